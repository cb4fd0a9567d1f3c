"""The mean follows all data that comes by.

step: Center
says: a call outside training leaves it there
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="answer")
class Center(keras.layers.Layer):
    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, input_shape):
        self.moving_mean = self.add_weight(shape=(input_shape[-1],), initializer="zeros", trainable=False)

    def call(self, inputs, training=None):
        mean = ops.mean(inputs, axis=list(range(len(inputs.shape) - 1)))
        self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)
        return inputs - (mean if training else self.moving_mean)

    def get_config(self):
        return {**super().get_config(), "momentum": self.momentum}
