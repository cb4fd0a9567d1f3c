"""Models are layers: a trunk, an encoder or a block may be a model."""

import keras
from keras import layers, ops


def build_functional(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    inputs = keras.Input((n_features,))
    inner = keras.Sequential([layers.Dense(u, activation=a) for u, a in zip(units, activations, strict=True)])
    return keras.Model(inputs, inner(inputs))


def build_two_outputs(n_features, n_classes):
    inputs = keras.Input((n_features,))
    trunk = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(8, activation="relu")])(inputs)
    parity = layers.Activation("sigmoid")(layers.Dense(1, name="odd")(trunk))
    return keras.Model(inputs, {"parity": parity, "digit": layers.Softmax()(layers.Dense(n_classes)(trunk))})


def build_siamese(n_features, n_embedding):
    sample = keras.Input((n_features,))
    encoder = keras.Model(sample, layers.Dense(n_embedding)(layers.Dense(n_features, activation="relu")(sample)))
    a, b = keras.Input((n_features,)), keras.Input((n_features,))
    return keras.Model([a, b], ops.sqrt(ops.sum((encoder(a) - encoder(b)) ** 2, -1, True) + 1e-8))


def build_residual(n_features, n_blocks):
    inputs = x = keras.Input((n_features,))
    for _ in range(n_blocks):
        block = keras.Input((n_features,))
        inner = layers.Dense(n_features, activation="tanh")(layers.LayerNormalization()(block))
        x = keras.Model(block, layers.Add()([block, inner]))(x)
    return keras.Model(inputs, x)
