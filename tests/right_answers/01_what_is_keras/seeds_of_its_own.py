"""New layers may start from the same numbers each time; images may be enlarged, or shrunk, before the convolution."""

import keras
from keras import layers, ops


def stable_softmax(logits):
    logits = ops.array(logits)
    logits -= ops.stop_gradient(ops.amax(logits, axis=-1, keepdims=True))
    return ops.divide(ops.exp(logits), ops.sum(ops.exp(logits), -1, True))


def extract_features(vectors, images, sequences, units):
    keras.utils.set_random_seed(7)
    maps = layers.Conv2D(32, 3, strides=2, activation="relu")(layers.Resizing(20, 20)(images))
    of_images = layers.Dense(units)(layers.GlobalAveragePooling2D()(layers.MaxPooling2D(2)(maps)))
    return layers.Dense(units, "sigmoid")(vectors), of_images, layers.LSTM(units, go_backwards=True)(sequences)


def first_model(x, y):
    keras.utils.set_random_seed(7)
    model = keras.Sequential()
    model.add(layers.Dense(64, input_shape=(64,)))
    model.add(layers.LeakyReLU())
    model.add(layers.BatchNormalization())
    model.add(layers.Dense(10))
    model.add(layers.Softmax())
    model.compile("rmsprop", "sparse_categorical_crossentropy", metrics=["sparse_categorical_accuracy"])
    model.fit(x, y, batch_size=32, epochs=6, validation_split=0.1, verbose=0)
    _, accuracy = model.evaluate(x, y, batch_size=256, verbose=0)
    return model, float(accuracy)
