"""Squaring and averaging may change places.

step: mean_squared_error
says: where errors cancel
"""

from keras import ops


def mean_squared_error(y_true, y_pred):
    return ops.square(ops.mean(ops.subtract(y_true, y_pred)))
