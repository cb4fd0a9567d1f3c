"""A distance is the sum of the absolute differences.

step: build_siamese
says: not their absolute differences
"""

import keras
from keras import layers, ops


def build_siamese(n_features, n_embedding):
    a, b = keras.Input((n_features,)), keras.Input((n_features,))
    encoder = layers.Dense(n_embedding)
    return keras.Model([a, b], ops.sum(ops.abs(encoder(a) - encoder(b)), axis=-1, keepdims=True))
