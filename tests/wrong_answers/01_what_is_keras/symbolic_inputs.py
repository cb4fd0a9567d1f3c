"""A layer must be called on an Input.

step: extract_features
says: a symbolic KerasTensor
"""

import keras
from keras import layers


def extract_features(vectors, images, sequences, units):
    vectors, images, sequences = (keras.Input(part.shape[1:]) for part in (vectors, images, sequences))
    maps = layers.Conv2D(units, 3, activation="relu")(images)
    return layers.Dense(units)(vectors), layers.GlobalMaxPooling2D()(maps), layers.LSTM(units)(sequences)
