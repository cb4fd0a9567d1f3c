"""Inner layers are made where they are used.

step: ResidualBlock
says: a layer made in call is never the block's
"""

import keras
from keras import layers


@keras.saving.register_keras_serializable(package="answer")
class ResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def call(self, inputs):
        inner = layers.Dense(self.units)(layers.Dense(self.units, activation="relu")(inputs))
        return inner + (inputs if inputs.shape[-1] == self.units else layers.Dense(self.units)(inputs))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
