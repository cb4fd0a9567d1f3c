"""Debugged yesterday.

expect: red
says: it stops at a breakpoint()
process: it starts a debugger, which takes over pytest
"""

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    breakpoint()
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
