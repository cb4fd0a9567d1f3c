"""What the dense layers make is the output.

step: ResidualBlock
says: dense layers of zeros add nothing to the input
"""

import keras
from keras import layers


@keras.saving.register_keras_serializable(package="answer")
class ResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.first = layers.Dense(units, activation="relu")
        self.second = layers.Dense(units)

    def build(self, input_shape):
        self.projection = layers.Dense(self.units) if input_shape[-1] != self.units else layers.Identity()

    def call(self, inputs):
        return self.second(self.first(self.projection(inputs) if inputs.shape[-1] != self.units else inputs))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
