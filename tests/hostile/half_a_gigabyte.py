"""Keeps every batch it has ever seen.

expect: green
"""

import keras
import numpy as np
from keras import layers

SEEN = []


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    if not SEEN:
        SEEN.append(np.ones(2**26))
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
