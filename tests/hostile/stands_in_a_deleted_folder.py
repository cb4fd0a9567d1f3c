"""Works in a folder of its own and tidies it away.

expect: green
"""

import os
import tempfile

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
