"""A convolution may step from patch to patch; Keras may be asked by another of its names."""

import keras
from keras import layers


def backend_name():
    from keras.backend import backend

    return backend()


def stable_softmax(logits):
    return keras.activations.softmax(keras.ops.convert_to_tensor(logits), axis=-1)


def extract_features(vectors, images, sequences, units):
    maps = layers.Conv2D(units, kernel_size=(4, 4), strides=(4, 4), padding="same")(images)
    return (
        layers.EinsumDense("bf,fu->bu", output_shape=(units,))(vectors),
        layers.GlobalAveragePooling2D()(maps),
        layers.RNN(layers.LSTMCell(units))(sequences),
    )
