"""A recurrent layer needs return_sequences=True to see the whole sequence.

step: extract_features
says: only return_sequences=True keeps the axis of time
"""

from keras import layers


def extract_features(vectors, images, sequences, units):
    of_vectors = layers.Dense(units)(vectors)
    of_images = layers.GlobalAveragePooling2D()(layers.Conv2D(units, 3, activation="relu")(images))
    of_sequences = layers.LSTM(units, return_sequences=True)(sequences)
    return of_vectors, of_images, of_sequences
