"""Keras has an OrthogonalRegularizer, so that is what orthogonality costs.

step: Orthogonality
says: Keras has nothing just like it
"""

import keras


@keras.saving.register_keras_serializable(package="learner")
class Orthogonality(keras.regularizers.OrthogonalRegularizer):
    def __init__(self, strength):
        super().__init__(factor=strength, mode="columns")

    def get_config(self):
        return {"strength": self.factor}
