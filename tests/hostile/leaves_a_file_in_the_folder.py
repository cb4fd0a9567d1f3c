"""Saves its model beside itself, as people do.

expect: green
leaves: katas/03_instantiate/mine.keras
process: it writes into its folder
"""

from pathlib import Path

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    model = keras.Sequential([keras.Input((n_features,)), *map(layers.Dense, units)])
    model.save(Path(__file__).with_name("mine.keras"))
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
