"""Wants the tests run whenever the file is.

expect: green
"""

import keras
import pytest
from keras import layers

pytest.main(["katas/03_instantiate", "-q"])


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
