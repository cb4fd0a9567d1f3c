"""A class without **kwargs comes back too, if its config holds only what it takes."""

import keras
from keras import ops


@keras.saving.register_keras_serializable("mine", "linear")
class Linear(keras.layers.Layer):
    def __init__(self, units, activation=None, use_bias=True):
        super().__init__()
        self.units, self.activation, self.use_bias = units, activation, use_bias

    def build(self, input_shape):
        if self.use_bias:
            self.bias = self.add_weight((self.units,), "ones")
        self.kernel = self.add_weight((input_shape[-1], self.units), "he_normal")

    def call(self, inputs):
        outputs = ops.einsum("...i,io->...o", inputs, self.kernel)
        if self.use_bias:
            outputs += self.bias
        return keras.activations.get(self.activation)(outputs)

    def get_config(self):
        return {"units": self.units, "activation": self.activation, "use_bias": self.use_bias}


@keras.saving.register_keras_serializable("mine", "center")
class Center(keras.layers.Layer):
    def __init__(self, momentum=0.9):
        super().__init__()
        self.momentum = momentum

    def build(self, input_shape):
        self.moving_mean = self.add_weight((input_shape[-1],), "zeros", trainable=False)

    def call(self, inputs, training=False):
        if not training:
            return inputs - self.moving_mean
        total = inputs
        while len(total.shape) > 1:
            total = ops.mean(total, axis=0)
        self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * total)
        return inputs - total

    def get_config(self):
        return {"momentum": self.momentum}


@keras.saving.register_keras_serializable("mine", "block")
class ResidualBlock(keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units
        self.first, self.second = Linear(units, "relu"), Linear(units)

    def build(self, input_shape):
        self.project = None if input_shape[-1] == self.units else Linear(self.units, use_bias=False)

    def call(self, inputs):
        skip = self.project(inputs) if self.project else inputs
        return self.second(self.first(inputs)) + skip

    def get_config(self):
        return {"units": self.units}
