"""The digit tells the parity, so its probabilities are the trunk.

step: build_two_outputs
says: both heads stand on the trunk, not on each other
"""

import keras
from keras import layers


def build_two_outputs(n_features, n_classes):
    inputs = keras.Input((n_features,))
    digit = layers.Dense(n_classes, activation="softmax")(layers.Dense(16, activation="relu")(inputs))
    return keras.Model(inputs, {"digit": digit, "parity": layers.Dense(1, activation="sigmoid")(digit)})
