"""Every dense layer needs a bias.

step: build_batch_norm_network
says: here needs no bias
"""

import keras
from keras import layers


def build_batch_norm_network(n_features, units, n_classes):
    model = keras.Sequential([keras.Input((n_features,))])
    for width in units:
        model.add(layers.Dense(width))
        model.add(layers.BatchNormalization())
        model.add(layers.ReLU())
    model.add(layers.Dense(n_classes, activation="softmax"))
    return model
