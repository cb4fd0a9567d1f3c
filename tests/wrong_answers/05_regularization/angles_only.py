"""Columns at right angles are orthonormal.

step: Orthogonality
says: columns of length 1
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="learner")
class Orthogonality(keras.regularizers.Regularizer):
    def __init__(self, strength):
        self.strength = strength

    def __call__(self, x):
        gram = ops.matmul(ops.transpose(x), x)
        return self.strength * ops.sum(ops.square(gram * (1 - ops.eye(x.shape[1]))))

    def get_config(self):
        return {"strength": self.strength}
