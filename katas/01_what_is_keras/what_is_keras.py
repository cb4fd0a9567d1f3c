"""One API over several backends: ask which one runs, compute on it, and build with its blocks, the layers."""

import keras
from keras import layers, ops


def backend_name():
    """Return the name of the backend that Keras runs on now.

    Returns:
        str, such as "jax", "torch" or "tensorflow"; the environment variable KERAS_BACKEND may be unset.
    """
    raise NotImplementedError("TODO: who knows for sure which backend was chosen: the environment, a file, or Keras?")


def stable_softmax(logits):
    """Return exp(logits) divided by its sum over the last axis, without ever overflowing.

    Runs under every backend and inside its compiler, so it is made of nothing but `keras.ops`.

    Args:
        logits: float32 `(..., n)`, any rank from 1 on; an array, a tensor or a symbolic tensor.

    Returns:
        A float32 tensor `(..., n)`; it sums to 1 over the last axis and is finite for logits of ±1000 too.

    Source: Goodfellow, Bengio & Courville 2016, Deep Learning, section 4.1.
    """
    raise NotImplementedError("TODO: exp(1000) overflows: what may be taken off all logits of a row without harm?")


def extract_features(vectors, images, sequences, units):
    """Return features of three kinds of data, each from the layer that fits its axes.

    The layers are new on each call, so their weights are random; nothing is trained here.

    Args:
        vectors: float32 `(batch, features)`, for a dense layer.
        images: float32 `(batch, height, width, channels)` of any size and number of channels, for a convolution
            and a pooling: what stands next to what matters.
        sequences: float32 `(batch, time, features)`, for a recurrent layer: the order in time matters.
        units: int, how many features to make of each sample.

    Returns:
        A tuple of three tensors `(batch, units)`: of the vectors, of the images, of the sequences.
    """
    raise NotImplementedError("TODO: which axes must be gone in the end, and which layer of each kind takes them away?")


def first_model(x, y):
    """Define, compile, fit and evaluate a classifier of handwritten digits.

    Args:
        x: float32 `(n, 64)`, grey images of 8 × 8 pixels in [0, 1], one in a row.
        y: int `(n,)`, the digit on each image, 0 to 9.

    Returns:
        A tuple `(model, accuracy)`: the trained keras.Model, from `(batch, 64)` to a score for each digit, and its
        accuracy on `x` and `y` after the training: a float from 0 to 1, the share of samples whose highest score is
        that of their digit; at least 0.90 on the digits of the course.
    """
    raise NotImplementedError(
        "TODO: four verbs: define, compile, fit, evaluate; which loss takes labels that are plain integers?"
    )
