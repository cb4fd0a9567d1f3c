"""Inner layers do the work, and Keras makes up the configs: the arguments are numbers, text and bools."""

import keras
from keras import layers, ops


@keras.saving.register_keras_serializable()
class Linear(keras.layers.Layer):
    def __init__(self, units, activation=None, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units, activation=activation, use_bias=use_bias)

    def call(self, x):
        return self.dense(x)


@keras.saving.register_keras_serializable()
class Center(keras.layers.Layer):
    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, shape):
        self.mean = keras.Variable(ops.zeros(shape[-1]), trainable=False, name="moving_mean")

    def call(self, x, training=False):
        if training:
            flat = ops.reshape(x, (-1, x.shape[-1]))
            batch = ops.mean(flat, 0)
            self.mean.assign_add((1 - self.momentum) * (batch - self.mean))
            return x - batch
        return x - self.mean


@keras.saving.register_keras_serializable()
class ResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.inner = keras.Sequential([layers.Dense(2 * units), layers.ReLU(), layers.Dense(units)])
        self.project = layers.Dense(units)

    def call(self, x):
        skip = x if x.shape[-1] == self.units else self.project(x)
        return layers.add([skip, self.inner(x)])
