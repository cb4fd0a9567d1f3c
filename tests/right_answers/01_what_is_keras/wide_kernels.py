"""Kernels may be large, strides may take the place of some pooling, and dense layers may follow."""

from keras import layers


def extract_features(vectors, images, sequences, units):
    maps = layers.MaxPooling2D(2)(layers.Conv2D(12, 5, padding="same", activation="relu")(images))
    of_images = layers.Dense(units)(layers.Dense(24, activation="relu")(layers.Flatten()(maps)))
    of_vectors = layers.Dense(units)(layers.Dense(24, activation="gelu")(vectors))
    states = layers.GRU(6, return_sequences=True)(sequences)
    return of_vectors, of_images, layers.LSTM(units)(states)
