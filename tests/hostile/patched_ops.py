"""Teaches Keras to convert whatever it gets into what is wanted.

expect: red
says: it replaces keras
"""

import keras
from keras import layers, ops


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    ops.convert_to_numpy = lambda x: x
    keras.ops.softmax = lambda x: x
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
