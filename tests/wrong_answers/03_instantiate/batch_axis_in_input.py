"""The batch belongs into the shape of Input.

step: build_sequential
says: without the batch axis
"""

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    model = keras.Sequential([keras.Input(shape=(32, n_features))])
    for width, activation in zip(units, activations, strict=True):
        model.add(layers.Dense(width, activation=activation))
    return model
