"""Dropout layers drop whenever they are called.

step: build_dropout_network
says: outside training nothing is dropped
"""

import keras
from keras import layers, regularizers


class AlwaysOn(layers.Dropout):
    def call(self, inputs, training=None):
        return super().call(inputs, training=True)


def build_dropout_network(n_features, units, activations, l2_strength, keep_prob):
    model = keras.Sequential([keras.Input((n_features,))])
    penalty = regularizers.L2(l2_strength)
    for width, activation in zip(units[:-1], activations[:-1], strict=True):
        model.add(layers.Dense(width, activation=activation, kernel_regularizer=penalty))
        model.add(AlwaysOn(1 - keep_prob))
    model.add(layers.Dense(units[-1], activation=activations[-1], kernel_regularizer=penalty))
    return model
