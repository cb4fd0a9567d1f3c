"""Saves its results under the first name that comes to mind: its own.

expect: red
says: PermissionError: an attempt may not change katas/03_instantiate/instantiate.py
process: it writes into the course
"""

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    with open(__file__, "w") as file:
        file.write("results")
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
