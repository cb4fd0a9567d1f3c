"""Is strict with itself: every warning is an error.

expect: green
"""

import warnings

import keras
from keras import layers

warnings.simplefilter("error")


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    warnings.simplefilter("error")
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
