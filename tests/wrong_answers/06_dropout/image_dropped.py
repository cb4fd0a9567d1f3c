"""Dropout stands first, before any weight.

step: build_spatial_dropout
says: or for the image that goes in
"""

import keras
from keras import layers


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    return keras.Sequential(
        [
            keras.Input(image_shape),
            layers.SpatialDropout2D(rate),
            layers.Conv2D(filters, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
