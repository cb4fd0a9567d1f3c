"""Networks with batch normalization have no biases.

step: build_batch_norm_network
says: the head is a dense layer with a bias
"""

import keras
from keras import layers


def build_batch_norm_network(n_features, units, n_classes):
    model = keras.Sequential([keras.Input((n_features,))])
    for width in units:
        model.add(layers.Dense(width, use_bias=False))
        model.add(layers.BatchNormalization())
        model.add(layers.ReLU())
    model.add(layers.Dense(n_classes, use_bias=False, activation="softmax"))
    return model
