"""The seed that was given goes into every draw.

step: InvertedDropout
says: two calls of one layer drop the same entries
"""

import keras
from keras import ops


class InvertedDropout(keras.layers.Layer):
    def __init__(self, rate, seed=None):
        super().__init__()
        self.rate = rate
        self.generator = seed if seed is not None else keras.random.SeedGenerator()

    def call(self, x, training=False):
        if not training:
            return x
        kept = keras.random.uniform(ops.shape(x), seed=self.generator) >= self.rate
        return ops.where(kept, x / (1 - self.rate), 0.0)
