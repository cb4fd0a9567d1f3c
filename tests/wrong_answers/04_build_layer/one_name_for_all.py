"""A layer is named after its class.

step: Linear
says: The name "linear" is used 2 times in the model
"""

import keras
from keras import layers


@keras.saving.register_keras_serializable(package="answer")
class Linear(keras.layers.Layer):
    def __init__(self, units, activation=None, use_bias=True, name="linear", **kwargs):
        super().__init__(name=name, **kwargs)
        self.inner = layers.Dense(units, activation, use_bias)
        self.settings = {"units": units, "activation": activation, "use_bias": use_bias}

    def build(self, input_shape):
        self.inner.build(input_shape)

    def call(self, inputs):
        return self.inner(inputs)

    def get_config(self):
        return {**super().get_config(), **self.settings}
