"""Keras has a softmax; the backend may be asked once; layers may be called one inside the other."""

from keras import layers, ops
from keras.config import backend

_NAME = backend()


def backend_name():
    return _NAME


def stable_softmax(logits):
    return ops.softmax(logits)


def extract_features(vectors, images, sequences, units):
    maps = layers.SeparableConv2D(units, (2, 3))(images)
    return [layers.Dense(units, "relu")(vectors), layers.GlobalMaxPool2D()(maps), layers.GRU(units)(sequences)]
