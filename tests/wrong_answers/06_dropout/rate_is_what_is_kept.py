"""A dropout rate of 0.8 keeps 80%.

step: build_dropout_network
says: Keras's rate is the fraction dropped, 1 - keep_prob
"""

import keras
from keras import layers, regularizers


def build_dropout_network(n_features, units, activations, l2_strength, keep_prob):
    model = keras.Sequential([keras.Input((n_features,))])
    penalty = regularizers.L2(l2_strength)
    for width, activation in zip(units[:-1], activations[:-1], strict=True):
        model.add(layers.Dense(width, activation=activation, kernel_regularizer=penalty))
        model.add(layers.Dropout(keep_prob))
    model.add(layers.Dense(units[-1], activation=activations[-1], kernel_regularizer=penalty))
    return model
