"""One regularizer is enough for a model.

step: build_regularized
says: the kernel of dense layer 2 of 3 is not zero
"""

import keras
from keras import layers, regularizers


def build_regularized(n_features, units, activations, l2_strength):
    model = keras.Sequential([keras.Input((n_features,))])
    price = regularizers.L2(l2_strength)
    for width, activation in zip(units, activations, strict=True):
        model.add(layers.Dense(width, activation, kernel_regularizer=price))
        price = None
    return model
