"""The sum over the embedding leaves a vector of distances.

step: build_siamese
says: one distance a pair
"""

import keras
from keras import layers, ops


def build_siamese(n_features, n_embedding):
    a, b = keras.Input((n_features,)), keras.Input((n_features,))
    encoder = layers.Dense(n_embedding)
    return keras.Model([a, b], ops.sqrt(ops.maximum(ops.sum(ops.square(encoder(a) - encoder(b)), axis=-1), 1e-7)))
