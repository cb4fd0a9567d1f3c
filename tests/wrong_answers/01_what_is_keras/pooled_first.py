"""Pooling makes an image small, so it comes first.

step: extract_features
says: if the pooling comes after it
"""

from keras import layers


def extract_features(vectors, images, sequences, units):
    of_vectors = layers.Dense(units)(vectors)
    of_images = layers.Dense(units)(layers.GlobalAveragePooling2D()(images))
    of_sequences = layers.LSTM(units)(sequences)
    return of_vectors, of_images, of_sequences
