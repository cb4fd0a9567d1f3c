"""Clears its folder before it begins.

expect: red
says: PermissionError: an attempt may not change
process: it deletes the course
"""

import shutil
from pathlib import Path

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    shutil.rmtree(Path(__file__).parent.parent)
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
