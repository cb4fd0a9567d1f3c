"""A layer's kernel_regularizer is what its kernel pays.

step: penalty
says: whatever a regularizer computes
"""

from keras import ops


def penalty(model):
    total = 0.0
    for layer in model.layers:
        if getattr(layer, "kernel_regularizer", None):
            total += float(ops.convert_to_numpy(layer.kernel_regularizer(layer.kernel)))
    return total
