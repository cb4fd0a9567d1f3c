"""Asks for the number of units.

expect: red
says: it asks with input(), and nobody answers a test
"""

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    input("how many units? ")
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
