"""A layer makes what it needs in build, its mask too.

step: InvertedDropout
says: two calls of one layer drop the same entries
"""

import keras
from keras import ops


class InvertedDropout(keras.layers.Layer):
    def __init__(self, rate, seed=None):
        super().__init__()
        self.rate = rate
        self.generator = keras.random.SeedGenerator(seed)

    def build(self, shape):
        self.noise = keras.random.uniform(shape, seed=self.generator)

    def call(self, x, training=False):
        if not training:
            return x
        kept = self.noise >= self.rate
        return ops.where(kept, x / (1 - self.rate), 0.0)
