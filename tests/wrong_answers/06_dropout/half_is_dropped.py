"""Dropout is one half.

step: build_dropout_network
says: 1 / keep_prob = 1.25
"""

import keras
from keras import layers, regularizers


def build_dropout_network(n_features, units, activations, l2_strength, keep_prob):
    model = keras.Sequential([keras.Input((n_features,))])
    penalty = regularizers.L2(l2_strength)
    for width, activation in zip(units[:-1], activations[:-1], strict=True):
        model.add(layers.Dense(width, activation=activation, kernel_regularizer=penalty))
        model.add(layers.Dropout(0.5))
    model.add(layers.Dense(units[-1], activation=activations[-1], kernel_regularizer=penalty))
    return model
