"""A generator finds a seed by itself.

step: InvertedDropout
says: two new layers with seed=3 begin with different masks
"""

import keras
from keras import ops


class InvertedDropout(keras.layers.Layer):
    def __init__(self, rate, seed=None):
        super().__init__()
        self.rate = rate
        self.generator = keras.random.SeedGenerator()

    def call(self, x, training=False):
        if not training:
            return x
        kept = keras.random.uniform(ops.shape(x), seed=self.generator) >= self.rate
        return ops.where(kept, x / (1 - self.rate), 0.0)
