"""A regularizer may be any function of a weight, set on the layer before it is built, or spelled as a config."""

import keras
from keras import layers, ops


def l2_dense(units, strength):
    return layers.Dense(units, kernel_regularizer=lambda w: strength * ops.sum(w * w))


def elastic_dense(units, l1, l2):
    layer = layers.Dense(units)
    layer.kernel_regularizer = keras.regularizers.get({"class_name": "L1L2", "config": {"l1": l1, "l2": l2}})
    return layer


def build_regularized(n_features, units, activations, l2_strength):
    def price(kernel):
        return ops.sum(l2_strength * ops.power(kernel, 2))

    inputs = x = keras.Input((n_features,))
    for width, activation in zip(units, activations, strict=True):
        x = layers.Activation(activation)(layers.Dense(width, kernel_regularizer=price)(x))
    return keras.Model(inputs, x)
