"""A tensor of one number is a float.

step: penalty
says: one number, and no tensor
"""

from keras import ops


def penalty(model):
    return sum(model.losses, ops.zeros(()))
