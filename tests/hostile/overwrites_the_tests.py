"""Writes tests that it passes.

expect: red
says: PermissionError: an attempt may not change katas/03_instantiate/test_instantiate.py
process: it writes into the course
"""

from pathlib import Path

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    Path(__file__).with_name("test_instantiate.py").write_text("")
    return keras.Sequential([keras.Input((n_features,)), layers.Dense(units[-1])])
