"""Where labels are integers, predictions become integers too.

step: mean_squared_error
says: predictions keep their fraction
"""

from keras import ops


def mean_squared_error(y_true, y_pred):
    return ops.mean(ops.square(ops.cast(ops.subtract(y_true, ops.cast(y_pred, y_true.dtype)), "float32")))
