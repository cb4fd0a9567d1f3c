"""Replaces the layer, so that what the tests build is wrong as well.

expect: red
says: it replaces keras.layers.Dense
"""

import keras


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    right = keras.layers.Dense
    keras.layers.Dense = lambda *args, **kwargs: None
    return keras.Sequential([keras.Input((n_features,)), *map(right, units, activations)])
