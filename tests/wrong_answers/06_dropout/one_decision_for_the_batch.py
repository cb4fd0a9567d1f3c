"""A map is dropped for a whole batch.

step: build_spatial_dropout
says: not one for the whole batch
"""

import keras
from keras import layers


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    return keras.Sequential(
        [
            keras.Input(image_shape),
            layers.Conv2D(filters, 3, padding="same", activation="relu"),
            layers.Dropout(rate, noise_shape=(1, 1, 1, filters)),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
