"""Believes that what is skipped is not wrong.

expect: red at import
says: stops in line 11: Skipped
"""

import keras
import pytest
from keras import layers

pytest.skip("not today", allow_module_level=True)


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
