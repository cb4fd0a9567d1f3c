"""Only hidden layers can overfit, so the output layer needs no penalty.

step: build_regularized
says: the kernel of dense layer 3 of 3 is not zero
"""

import keras
from keras import layers, regularizers


def build_regularized(n_features, units, activations, l2_strength):
    model = keras.Sequential([keras.Input((n_features,))])
    for width, activation in zip(units[:-1], activations[:-1], strict=True):
        model.add(layers.Dense(width, activation, kernel_regularizer=regularizers.L2(l2_strength)))
    model.add(layers.Dense(units[-1], activations[-1]))
    return model
