"""Accuracy always means that of samples held out.

step: first_model
says: for all of x and y after training
"""

import keras
from keras import layers


def first_model(x, y):
    model = keras.Sequential(
        [keras.Input((64,)), layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")]
    )
    model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(x, y, validation_split=0.2, batch_size=64, epochs=5, verbose=0)
    return model, history.history["val_accuracy"][-1]
