"""Opens files and forgets to close them.

expect: green
"""

import os

import keras
from keras import layers

OPEN = []


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    OPEN.extend(open(os.devnull) for _ in range(20))
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
