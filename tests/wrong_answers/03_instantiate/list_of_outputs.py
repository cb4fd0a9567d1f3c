"""Names on the output layers make a dict of the outputs.

step: build_two_outputs
says: expected a dict
"""

import keras
from keras import layers


def build_two_outputs(n_features, n_classes):
    inputs = keras.Input((n_features,))
    trunk = layers.Dense(16, activation="relu")(inputs)
    digit = layers.Dense(n_classes, activation="softmax", name="digit")(trunk)
    return keras.Model(inputs, [digit, layers.Dense(1, activation="sigmoid", name="parity")(trunk)])
