"""A mean is a number.

step: sparse_categorical_accuracy
says: expected a float — float(...) takes the number out
"""

from keras import ops


def sparse_categorical_accuracy(y_true, y_pred):
    return ops.mean(ops.cast(ops.equal(y_true, ops.argmax(y_pred, axis=-1)), "float32"))
