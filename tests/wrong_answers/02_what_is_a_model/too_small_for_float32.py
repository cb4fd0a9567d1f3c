"""The smaller the number, the more exact the clip.

step: binary_crossentropy
says: float32 takes 1 - 1e-8 for 1
"""

from keras import ops


def binary_crossentropy(y_true, y_pred):
    y, p = ops.cast(y_true, "float32"), ops.clip(y_pred, 1e-10, 1.0 - 1e-10)
    return -ops.mean(y * ops.log(p) + (1.0 - y) * ops.log(1.0 - p))
