"""Keras reads the attributes of a regularizer.

step: Orthogonality
says: it has no config
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="learner")
class Orthogonality(keras.regularizers.Regularizer):
    def __init__(self, strength):
        self.strength = strength

    def __call__(self, x):
        gram = ops.matmul(ops.transpose(x), x)
        return self.strength * ops.sum(ops.square(gram - ops.eye(x.shape[1])))
