"""Two dense layers with relu between them find out what lies next to what.

step: extract_features
says: all places share one small kernel
"""

from keras import layers


def extract_features(vectors, images, sequences, units):
    of_vectors = layers.Dense(units)(vectors)
    of_images = layers.Dense(units)(layers.Dense(64, activation="relu")(layers.Flatten()(images)))
    of_sequences = layers.LSTM(units)(sequences)
    return of_vectors, of_images, of_sequences
