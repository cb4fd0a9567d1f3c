"""Training drops, and inference scales the outputs down to match.

step: InvertedDropout
says: outside training nothing is dropped and nothing scaled
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
            return x * (1 - self.rate)
        kept = keras.random.uniform(ops.shape(x), seed=self.generator) >= self.rate
        return ops.where(kept, x, 0.0)
