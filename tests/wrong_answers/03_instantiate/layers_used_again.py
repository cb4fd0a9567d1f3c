"""Layers of one width and activation are one layer.

step: build_functional
says: of its own
"""

import keras
from keras import layers


def build_functional(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    inputs = x = keras.Input((n_features,))
    made = {}
    for unit, activation in zip(units, activations, strict=True):
        key = x.shape[-1], unit, activation
        if key not in made:
            made[key] = layers.Dense(unit, activation=activation)
        x = made[key](x)
    return keras.Model(inputs, x)
