"""Converts into something else each time it is asked.

expect: red
says: expected an array or tensor
"""

import keras
import numpy as np
from keras import layers


class Changing:
    def __init__(self):
        self.asked = 0

    def __array__(self, dtype=None, copy=None):
        self.asked += 1
        return np.full((6, 2), self.asked % 2, dtype)


class Model(keras.Sequential):
    def __call__(self, x):
        return Changing()


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    return Model([keras.Input((n_features,)), *(layers.Dense(unit) for unit in units)])
