"""Orthogonal means that the products are small.

step: Orthogonality
says: the identity must be taken off first
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="learner")
class Orthogonality(keras.regularizers.Regularizer):
    def __init__(self, strength):
        self.strength = strength

    def __call__(self, x):
        return self.strength * ops.sum(ops.square(ops.matmul(ops.transpose(x), x)))

    def get_config(self):
        return {"strength": self.strength}
