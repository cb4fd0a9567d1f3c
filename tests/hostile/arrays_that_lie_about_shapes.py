"""Its output is an array that gives whatever shape and values are wanted.

expect: red
says: shape
"""

import keras
import numpy as np
from keras import layers


class Liar(np.ndarray):
    shape = property(lambda self: (6, 2))
    __array_function__ = lambda self, *args: True
    __array_ufunc__ = lambda self, *args: True
    __eq__ = lambda self, other: True
    __hash__ = None


class Model(keras.Sequential):
    def __call__(self, x):
        return np.zeros((1, 1)).view(Liar)


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    return Model([keras.Input((n_features,)), *(layers.Dense(unit) for unit in units)])
