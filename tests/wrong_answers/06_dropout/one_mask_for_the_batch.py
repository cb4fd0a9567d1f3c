"""A mask is drawn for the features, and every sample gets it.

step: InvertedDropout
says: neighbours along axis 0
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
        kept = keras.random.uniform(ops.shape(x)[1:], seed=self.generator) >= self.rate
        return ops.where(kept, x / (1 - self.rate), 0.0)
