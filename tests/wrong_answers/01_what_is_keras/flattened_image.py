"""An image is a long vector: flatten it, and a dense layer does the rest.

step: extract_features
says: all places share one small kernel
"""

from keras import layers


def extract_features(vectors, images, sequences, units):
    of_vectors = layers.Dense(units)(vectors)
    of_images = layers.Dense(units)(layers.Flatten()(images))
    of_sequences = layers.LSTM(units)(sequences)
    return of_vectors, of_images, of_sequences
