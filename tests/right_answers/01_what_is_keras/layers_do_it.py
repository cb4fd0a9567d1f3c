"""A layer is a function too; logits with their loss; the share counted by hand."""

import keras
import numpy as np
from keras import layers


def stable_softmax(logits):
    return layers.Softmax(axis=-1)(logits)


def extract_features(vectors, images, sequences, units):
    of_images = layers.Conv2D(8, 3)(images)
    of_images = layers.AveragePooling2D(2)(of_images)
    of_images = layers.Dense(units)(layers.Flatten()(of_images))
    return layers.Dense(units)(vectors), of_images, layers.SimpleRNN(units)(sequences)


def first_model(x, y):
    inputs = keras.Input(shape=x.shape[1:])
    outputs = layers.Dense(10)(layers.Dense(48, activation="tanh")(inputs))
    model = keras.Model(inputs, outputs)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(0.1, momentum=0.9), loss=loss, metrics=["acc"])
    model.fit(x, y, epochs=6, verbose=0)
    return model, np.mean(np.argmax(model.predict(x, verbose=0), axis=-1) == y)
