"""Softmax makes probabilities of anything, one unit too.

step: build_two_outputs
says: a softmax over one unit is always 1: sigmoid
"""

import keras
from keras import layers


def build_two_outputs(n_features, n_classes):
    inputs = keras.Input((n_features,))
    trunk = layers.Dense(16, activation="relu")(inputs)
    digit = layers.Dense(n_classes, activation="softmax")(trunk)
    return keras.Model(inputs, {"digit": digit, "parity": layers.Dense(1, activation="softmax")(trunk)})
