"""Two encoders built alike are the same encoder.

step: build_siamese
says: one encoder must serve both inputs; two get different weights
"""

import keras
from keras import layers, ops


def build_siamese(n_features, n_embedding):
    a, b = keras.Input((n_features,)), keras.Input((n_features,))
    difference = layers.Dense(n_embedding)(a) - layers.Dense(n_embedding)(b)
    squared = ops.sum(ops.square(difference), axis=-1, keepdims=True)
    return keras.Model([a, b], ops.sqrt(ops.maximum(squared, 1e-7)))
