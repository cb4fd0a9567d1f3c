"""A sequence is summed up by its mean.

step: extract_features
says: a mean over time forgets their order
"""

from keras import layers, ops


def extract_features(vectors, images, sequences, units):
    of_vectors = layers.Dense(units)(vectors)
    of_images = layers.GlobalAveragePooling2D()(layers.Conv2D(units, 3, activation="relu")(images))
    of_sequences = layers.Dense(units)(ops.mean(sequences, axis=1))
    return of_vectors, of_images, of_sequences
