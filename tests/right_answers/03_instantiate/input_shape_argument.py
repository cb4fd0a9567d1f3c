"""The first layer may carry the shape of the input, and layers may be given as a list."""

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    first = layers.Dense(units[0], activation=activations[0], input_shape=(n_features,))
    rest = [layers.Dense(u, activation=a) for u, a in zip(units[1:], activations[1:], strict=True)]
    return keras.Sequential([first, *rest])


def build_functional(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    inputs = keras.layers.Input(shape=[n_features])
    x = inputs
    for unit, activation in zip(units, activations, strict=True):
        x = layers.Activation(activation)(layers.Dense(unit)(x))
    return keras.models.Model(inputs=[inputs], outputs=[x])
