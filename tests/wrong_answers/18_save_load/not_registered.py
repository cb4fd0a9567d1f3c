"""A class that was imported is known to Keras.

step: Blend
says: Could not locate class 'Blend'. — register the class with Keras
"""

import keras
from keras import ops


class Blend(keras.layers.Layer):
    def __init__(self, alpha, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha

    def call(self, inputs):
        return self.alpha * inputs + (1 - self.alpha) * ops.mean(inputs, axis=-1, keepdims=True)

    def get_config(self):
        return {**super().get_config(), "alpha": self.alpha}
