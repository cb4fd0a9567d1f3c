"""Every accuracy counts the same thing.

step: first_model
says: that evaluate finds for all of x and y
"""

import keras
from keras import layers


def first_model(x, y):
    model = keras.Sequential(
        [keras.Input((64,)), layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")]
    )
    model.compile(keras.optimizers.Adam(0.01), "categorical_crossentropy", metrics=["binary_accuracy"])
    labels = keras.utils.to_categorical(y, 10)
    model.fit(x, labels, batch_size=64, epochs=5, verbose=0)
    return model, model.evaluate(x, labels, verbose=0)[1]
