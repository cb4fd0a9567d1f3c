"""* multiplies matrices.

step: Orthogonality
says: a matrix product
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="learner")
class Orthogonality(keras.regularizers.Regularizer):
    def __init__(self, strength):
        self.strength = strength

    def __call__(self, x):
        return self.strength * ops.sum(ops.square(ops.transpose(x) * x - ops.eye(x.shape[1])))

    def get_config(self):
        return {"strength": self.strength}
