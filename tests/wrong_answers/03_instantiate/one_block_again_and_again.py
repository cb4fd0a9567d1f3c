"""A block that is made once can be called as often as there are blocks.

step: build_residual
says: 3 blocks have 4 weights where 1 has 4, expected 12
"""

import keras
from keras import layers


def build_residual(n_features, n_blocks):
    inputs = x = keras.Input((n_features,))
    first, second = layers.Dense(16, activation="relu"), layers.Dense(n_features)
    for _ in range(n_blocks):
        x = x + second(first(x))
    return keras.Model(inputs, x)
