"""A class with a config loads wherever its file is imported.

step: Orthogonality
says: is the class registered
"""

import keras
from keras import ops


class Orthogonality(keras.regularizers.Regularizer):
    def __init__(self, strength):
        self.strength = strength

    def __call__(self, x):
        gram = ops.matmul(ops.transpose(x), x)
        return self.strength * ops.sum(ops.square(gram - ops.eye(x.shape[1])))

    def get_config(self):
        return {"strength": self.strength}
