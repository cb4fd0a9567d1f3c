"""Waits at the top of the file for something that never comes.

expect: red at import
says: does a loop in it never end?
options: --time-limit=5
"""

import keras
from keras import layers

while True:
    pass


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
