"""Thinks that a fresh start is a clean one.

expect: red
says: cannot load module more than once per process
"""

import sys

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    model = keras.Sequential([keras.Input((n_features,))])
    for unit, name in zip(units, activations, strict=True):
        model.add(layers.Dense(unit, activation=name))
    for name in [name for name in sys.modules if name.partition(".")[0] in ("keras", "numpy", "dojo")]:
        del sys.modules[name]
    return model
