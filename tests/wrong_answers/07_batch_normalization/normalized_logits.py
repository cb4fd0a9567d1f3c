"""The last layer is normalized like all others.

step: build_batch_norm_network
says: the output has batch normalization
"""

import keras
from keras import layers


def build_batch_norm_network(n_features, units, n_classes):
    model = keras.Sequential([keras.Input((n_features,))])
    for width in units:
        model.add(layers.Dense(width, use_bias=False))
        model.add(layers.BatchNormalization())
        model.add(layers.ReLU())
    model.add(layers.Dense(n_classes, use_bias=False))
    model.add(layers.BatchNormalization())
    model.add(layers.Softmax())
    return model
