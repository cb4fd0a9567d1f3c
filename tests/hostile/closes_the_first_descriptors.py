"""Closes every file it can think of, as a daemon would.

expect: green
process: it closes the descriptors of its process
"""

import os

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    os.closerange(0, 3)
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
