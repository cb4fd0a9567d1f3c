"""A model that is compiled is ready to be evaluated.

step: first_model
says: expected at least 0.90
"""

import keras
from keras import layers


def first_model(x, y):
    model = keras.Sequential(
        [keras.Input((64,)), layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")]
    )
    model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model, model.evaluate(x, y, verbose=0)[1]
