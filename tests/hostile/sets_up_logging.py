"""Wants to see what happens: everything is logged, from now on.

expect: green
"""

import logging

import keras
from keras import layers

logging.basicConfig(level=logging.DEBUG, force=True)


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    logging.getLogger("mine").warning("building")
    logging.disable(logging.CRITICAL)
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
