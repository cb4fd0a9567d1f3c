"""The config holds what describes the regularizer, its name too.

step: Orthogonality
says: unexpected keyword argument 'class_name'
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

    def get_config(self):
        return {"class_name": "Orthogonality", "strength": self.strength}
