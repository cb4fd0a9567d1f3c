"""Ends the program where its work is done.

expect: red at import
says: it ends the program — an attempt is imported
"""

import sys

import keras
from keras import layers

sys.exit(0)


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
