"""Gives the model with yield.

expect: red
says: the result is a generator, expected a keras.Model
"""

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    yield keras.Sequential([keras.Input((n_features,)), *rest])
