"""The right branch is built, and then the left one goes into the output twice.

step: build_two_inputs
says: a branch that does not lead to the output learns nothing
"""

import keras
from keras import layers, ops


def build_two_inputs(n_left, n_right, n_classes):
    left, right = keras.Input((n_left,)), keras.Input((n_right,))
    one, other = layers.Dense(8)(left), layers.Dense(8)(right)
    both = layers.concatenate([one, one + ops.zeros_like(other) * other])
    return keras.Model([left, right], layers.Dense(n_classes, activation="softmax")(both))
