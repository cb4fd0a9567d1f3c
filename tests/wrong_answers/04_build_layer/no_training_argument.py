"""Keras finds out by itself which weights follow the data.

step: Center
says: where call gets training=True, each feature loses the batch's mean
"""

import keras


@keras.saving.register_keras_serializable(package="answer")
class Center(keras.layers.Layer):
    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, input_shape):
        self.moving_mean = self.add_weight(shape=(input_shape[-1],), initializer="zeros", trainable=False)

    def call(self, inputs):
        return inputs - self.moving_mean

    def get_config(self):
        return {**super().get_config(), "momentum": self.momentum}
