"""Branches may meet by multiplying, a distance may be written with a layer, a block may be one layer."""

import keras
from keras import layers, ops


def build_two_inputs(n_left, n_right, n_classes):
    left, right = keras.Input(shape=(n_left,)), keras.Input(shape=(n_right,))
    both = layers.Multiply()([layers.Dense(8, activation="sigmoid")(left), layers.Dense(8)(right)])
    return keras.Model((left, right), layers.Dense(n_classes, activation=ops.softmax)(both))


class Distance(layers.Layer):
    def call(self, a, b):
        squared = ops.einsum("bi,bi->b", a - b, a - b)
        return ops.expand_dims(ops.where(squared > 1e-8, ops.sqrt(ops.maximum(squared, 1e-8)), 0.0), -1)


def build_siamese(n_features, n_embedding):
    a, b = keras.Input((n_features,)), keras.Input((n_features,))
    first, second = layers.Dense(12, activation="relu"), layers.Dense(n_embedding, use_bias=False)
    return keras.Model([a, b], Distance()(second(first(a)), second(first(b))))


def build_residual(n_features, n_blocks):
    inputs = keras.Input((n_features,))
    outputs = inputs
    for _ in range(n_blocks):
        block = layers.Dense(n_features, activation="relu")
        outputs = layers.add([block(outputs), outputs])
    return keras.Model(inputs, outputs)
