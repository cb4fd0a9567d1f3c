"""Was set up for another machine.

expect: green
"""

import locale
import os

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    os.umask(0o777)
    locale.setlocale(locale.LC_ALL, "C")
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
