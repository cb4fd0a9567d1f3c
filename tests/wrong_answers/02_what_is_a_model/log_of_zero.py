"""A label of 0 removes the logarithm in front of which it stands, infinite or not.

step: binary_crossentropy
says: 0 times it is no number
"""

from keras import ops


def binary_crossentropy(y_true, y_pred):
    y, p = ops.cast(y_true, "float32"), ops.convert_to_tensor(y_pred)
    return -ops.mean(y * ops.log(p) + (1.0 - y) * ops.log(1.0 - p))
