"""What is not finite may be set to 0.

step: binary_crossentropy
says: nothing costs more than to be sure and wrong
"""

from keras import ops


def binary_crossentropy(y_true, y_pred):
    y, p = ops.cast(y_true, "float32"), ops.convert_to_tensor(y_pred)
    losses = -(y * ops.log(p) + (1.0 - y) * ops.log(1.0 - p))
    return ops.mean(ops.where(ops.isfinite(losses), losses, 0.0))
