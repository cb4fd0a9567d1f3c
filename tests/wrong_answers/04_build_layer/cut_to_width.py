"""Where widths differ, the first features are added.

step: ResidualBlock
says: expected three kernels, one of them the projection's (5, 3)
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
        return inputs[..., : self.units] + self.second(self.first(inputs))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
