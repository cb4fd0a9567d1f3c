"""W times its transpose and the transpose times W are the same.

step: Orthogonality
says: WWᵀ compares the rows
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="learner")
class Orthogonality(keras.regularizers.Regularizer):
    def __init__(self, strength):
        self.strength = strength

    def __call__(self, x):
        gram = ops.matmul(x, ops.transpose(x))
        return self.strength * ops.sum(ops.square(gram - ops.eye(x.shape[0])))

    def get_config(self):
        return {"strength": self.strength}
