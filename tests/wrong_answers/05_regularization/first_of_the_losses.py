"""A model has one penalty, and it is the first of its losses.

step: penalty
says: whatever a regularizer computes
"""

from keras import ops


def penalty(model):
    return float(ops.convert_to_numpy(model.losses[0])) if model.losses else 0.0
