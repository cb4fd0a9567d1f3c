"""An activation is the name of one.

step: Linear
says: attribute name must be string
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="answer")
class Linear(keras.layers.Layer):
    def __init__(self, units, activation=None, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units, self.use_bias = units, use_bias
        self.activation = activation

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units))
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros") if self.use_bias else 0.0

    def call(self, inputs):
        outputs = ops.matmul(inputs, self.kernel) + self.bias
        return getattr(ops, self.activation)(outputs) if self.activation else outputs

    def get_config(self):
        config = {"units": self.units, "activation": self.activation, "use_bias": self.use_bias}
        return {**super().get_config(), **config}
