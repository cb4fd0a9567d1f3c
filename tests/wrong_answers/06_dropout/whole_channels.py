"""One draw a channel is enough.

step: InvertedDropout
says: neighbours along axis 1
"""

import keras
from keras import ops


class InvertedDropout(keras.layers.Layer):
    def __init__(self, rate, seed=None):
        super().__init__()
        self.rate = rate
        self.generator = keras.random.SeedGenerator(seed)

    def call(self, x, training=False):
        if not training:
            return x
        kept = (
            keras.random.uniform((ops.shape(x)[0], *[1] * (len(x.shape) - 2), ops.shape(x)[-1]), seed=self.generator)
            >= self.rate
        )
        return ops.where(kept, x / (1 - self.rate), 0.0)
