"""Gives pytest settings of its own for the next run.

expect: red
says: PermissionError: an attempt may not change katas/03_instantiate/conftest.py
process: it writes into the course
"""

from pathlib import Path

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    Path(__file__).with_name("conftest.py").write_text("collect_ignore_glob = ['*']")
    return keras.Sequential([keras.Input((n_features,)), layers.Dense(units[-1])])
