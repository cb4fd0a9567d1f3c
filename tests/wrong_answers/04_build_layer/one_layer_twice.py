"""Two dense layers of one width are one layer called twice.

step: ResidualBlock
says: expected two kernels with biases
"""

import keras
from keras import layers


@keras.saving.register_keras_serializable(package="answer")
class ResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.inner = layers.Dense(units)

    def build(self, input_shape):
        self.projection = layers.Dense(self.units) if input_shape[-1] != self.units else layers.Identity()

    def call(self, inputs):
        skip = self.projection(inputs)
        return skip + self.inner(keras.ops.relu(self.inner(skip)))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
