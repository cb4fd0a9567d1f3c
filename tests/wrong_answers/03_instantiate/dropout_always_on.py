"""Dropout is part of the graph, so it is switched on where the graph is drawn.

step: build_two_inputs
says: not by chance
"""

import keras
from keras import layers


def build_two_inputs(n_left, n_right, n_classes):
    left, right = keras.Input((n_left,)), keras.Input((n_right,))
    both = layers.concatenate([layers.Dense(8, activation="relu")(side) for side in (left, right)])
    both = layers.Dropout(0.5)(both, training=True)
    return keras.Model([left, right], layers.Dense(n_classes, activation="softmax")(both))
