"""What keras.ops holds already may be used: relu, sigmoid, softmax and the cross-entropies of each entry or row."""

from keras import ops
from keras.ops import relu as relu
from keras.ops import sigmoid as sigmoid


def softmax(x):
    return ops.softmax(x, axis=-1)


def dense(x, kernel, bias, activation=None):
    z = ops.add(ops.dot(x, kernel), bias)
    if activation:
        z = activation(z)
    return z


def mean_squared_error(y_true, y_pred):
    return ops.mean(ops.power(ops.subtract(y_pred, y_true), 2))


def binary_crossentropy(y_true, y_pred):
    return ops.mean(ops.binary_crossentropy(ops.cast(y_true, "float32"), y_pred))


def categorical_crossentropy(y_true, y_pred):
    return ops.mean(ops.categorical_crossentropy(ops.cast(y_true, "float32"), y_pred))
