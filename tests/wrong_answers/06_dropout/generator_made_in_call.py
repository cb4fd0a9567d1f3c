"""A generator is made where it is used.

step: InvertedDropout
says: two calls of one layer drop the same entries
"""

import keras
from keras import ops


class InvertedDropout(keras.layers.Layer):
    def __init__(self, rate, seed=None):
        super().__init__()
        self.rate = rate
        self.generator = seed or 0

    def call(self, x, training=False):
        if not training:
            return x
        kept = keras.random.uniform(ops.shape(x), seed=keras.random.SeedGenerator(self.generator)) >= self.rate
        return ops.where(kept, x / (1 - self.rate), 0.0)
