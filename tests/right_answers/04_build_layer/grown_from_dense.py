"""A Linear may be a Dense, and a block may keep its inner layers in a list; the Layer's own names are registered."""

import keras
from keras import layers, ops


class Linear(layers.Dense):
    def __init__(self, units, activation=None, use_bias=True, **kwargs):
        super().__init__(units, activation=activation, use_bias=use_bias, **kwargs)


class Center(keras.Layer):
    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.momentum = float(momentum)

    def build(self, input_shape):
        self.moving_mean = self.add_weight(name="mean", shape=input_shape[-1:], initializer="zeros", trainable=False)
        super().build(input_shape)

    def call(self, inputs, training=None):
        mean = self.moving_mean
        if training:
            axes = tuple(range(ops.ndim(inputs)))[:-1]
            mean = ops.mean(inputs, axis=axes, keepdims=True)
            new = self.moving_mean * self.momentum + ops.squeeze(mean, axes) * (1.0 - self.momentum)
            self.moving_mean.assign(new)
        return ops.subtract(inputs, mean)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["momentum"] = self.momentum
        return config


class ResidualBlock(keras.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.parts = [layers.Dense(7), layers.Activation("relu"), layers.Dense(self.units)]
        self.shortcut = []
        if input_shape[-1] != self.units:
            self.shortcut.append(layers.Dense(self.units, name="shortcut"))

    def call(self, inputs):
        x = inputs
        for part in self.parts:
            x = part(x)
        for part in self.shortcut:
            inputs = part(inputs)
        return inputs + x

    def get_config(self):
        return super().get_config() | {"units": self.units}


keras.saving.get_custom_objects().update({"Linear": Linear, "Center": Center, "ResidualBlock": ResidualBlock})
