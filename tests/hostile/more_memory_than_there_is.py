"""Asks for the whole of a data set at once.

expect: red
says: Unable to allocate
"""

import keras
import numpy as np
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    np.ones(2**48)
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
