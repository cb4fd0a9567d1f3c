"""A half in front makes the derivative nicer and changes nothing else.

step: mean_squared_error
says: that is half of it
"""

from keras import ops


def mean_squared_error(y_true, y_pred):
    return ops.mean(ops.square(ops.subtract(y_true, y_pred))) / 2
