"""The prediction comes first, as in most formulas.

step: binary_crossentropy
says: the mean over all entries of
"""

from keras import ops


def binary_crossentropy(y_pred, y_true):
    y, p = ops.cast(y_true, "float32"), ops.clip(ops.cast(y_pred, "float32"), 1e-7, 1.0 - 1e-7)
    return -ops.mean(y * ops.log(p) + (1.0 - y) * ops.log(1.0 - p))
