"""Mean and sum differ by a factor only.

step: Orthogonality
says: the sum of the squares, not their mean
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="learner")
class Orthogonality(keras.regularizers.Regularizer):
    def __init__(self, strength):
        self.strength = strength

    def __call__(self, x):
        gram = ops.matmul(ops.transpose(x), x)
        return self.strength * ops.mean(ops.square(gram - ops.eye(x.shape[1])))

    def get_config(self):
        return {"strength": self.strength}
