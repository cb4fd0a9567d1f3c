"""A digit is a number, so the model has one output.

step: first_model
says: expected at least 0.90
"""

import keras
from keras import layers


def first_model(x, y):
    model = keras.Sequential([keras.Input((64,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.01), "mse", metrics=["accuracy"])
    model.fit(x, y, batch_size=64, epochs=5, verbose=0)
    return model, model.evaluate(x, y, verbose=0)[1]
