"""Spatial means: places in space.

step: build_spatial_dropout
says: a map goes as a whole
"""

import keras
from keras import layers


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    return keras.Sequential(
        [
            keras.Input(image_shape),
            layers.Conv2D(filters, 3, padding="same", activation="relu"),
            layers.Dropout(rate, noise_shape=(None, *image_shape[:2], 1)),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
