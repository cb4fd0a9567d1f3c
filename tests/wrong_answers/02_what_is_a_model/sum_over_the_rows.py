"""A batch of more samples has a larger loss.

step: categorical_crossentropy
says: that is the sum over rows
"""

from keras import ops


def categorical_crossentropy(y_true, y_pred):
    return -ops.sum(ops.cast(y_true, "float32") * ops.log(ops.clip(y_pred, 1e-7, 1.0)))
