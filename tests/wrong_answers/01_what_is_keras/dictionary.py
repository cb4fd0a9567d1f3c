"""Names are clearer than places.

step: extract_features
says: expected a tuple of 3
"""

from keras import layers


def extract_features(vectors, images, sequences, units):
    of_vectors = layers.Dense(units)(vectors)
    of_images = layers.GlobalAveragePooling2D()(layers.Conv2D(units, 3, activation="relu")(images))
    of_sequences = layers.LSTM(units)(sequences)
    return {"vectors": of_vectors, "images": of_images, "sequences": of_sequences}
