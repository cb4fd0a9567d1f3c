"""A bias in the dense layer shifts as well as beta does.

step: build_batch_norm_network
says: has a bias beside
"""

import keras
from keras import layers


def build_batch_norm_network(n_features, units, n_classes):
    model = keras.Sequential([keras.Input((n_features,))])
    for width in units:
        model.add(layers.Dense(width))
        model.add(layers.BatchNormalization(center=False))
        model.add(layers.ReLU())
    model.add(layers.Dense(n_classes, activation="softmax"))
    return model
