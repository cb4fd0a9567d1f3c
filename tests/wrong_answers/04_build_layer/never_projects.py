"""An input can be added to anything.

step: ResidualBlock
says: the first call on an input of shape (8, 5) fails
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

    def call(self, inputs):
        return inputs + self.second(self.first(inputs))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
