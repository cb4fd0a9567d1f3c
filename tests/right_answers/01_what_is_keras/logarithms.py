"""Softmax in the space of logarithms; the other name of the question for the backend; deeper stacks of layers."""

import keras
from keras import layers, ops


def backend_name():
    return str(keras.backend.backend())


def stable_softmax(logits):
    logits = ops.cast(ops.convert_to_tensor(logits), "float32")
    return ops.exp(logits - ops.logsumexp(logits, axis=-1, keepdims=True))


def extract_features(vectors, images, sequences, units):
    vectors, images, sequences = map(ops.convert_to_tensor, (vectors, images, sequences))
    of_vectors = keras.Sequential([layers.Dense(32, activation="relu"), layers.Dropout(0.5), layers.Dense(units)])
    of_images = keras.Sequential(
        [
            layers.Conv2D(16, 3, activation="relu"),
            layers.BatchNormalization(),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(units, activation="tanh"),
        ]
    )
    of_sequences = keras.Sequential(
        [
            layers.Bidirectional(layers.LSTM(8, return_sequences=True)),
            layers.GlobalAveragePooling1D(),
            layers.Dense(units),
        ]
    )
    return of_vectors(vectors), of_images(images), of_sequences(sequences)
