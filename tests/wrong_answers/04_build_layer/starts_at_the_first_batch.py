"""A moving mean starts at the first mean it sees.

step: Center
says: once a call, momentum * moving + (1 - momentum) * batch
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
        if not training:
            return inputs - self.moving_mean
        mean = ops.mean(inputs, axis=list(range(len(inputs.shape) - 1)))
        keep = ops.where(ops.all(self.moving_mean == 0), 0.0, self.momentum)
        self.moving_mean.assign(keep * self.moving_mean + (1 - keep) * mean)
        return inputs - mean

    def get_config(self):
        return {**super().get_config(), "momentum": self.momentum}
