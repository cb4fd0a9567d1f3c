"""In call the input is at hand, so the weights are made there.

step: Linear
says: You cannot add new elements of state
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="answer")
class Linear(keras.layers.Layer):
    def __init__(self, units, activation=None, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units, self.use_bias = units, use_bias
        self.activation = keras.activations.get(activation)

    def call(self, inputs):
        kernel = self.add_weight(shape=(inputs.shape[-1], self.units))
        bias = self.add_weight(shape=(self.units,), initializer="zeros") if self.use_bias else 0.0
        return self.activation(ops.matmul(inputs, kernel) + bias)

    def get_config(self):
        activation = keras.activations.serialize(self.activation)
        return {**super().get_config(), "units": self.units, "activation": activation, "use_bias": self.use_bias}
