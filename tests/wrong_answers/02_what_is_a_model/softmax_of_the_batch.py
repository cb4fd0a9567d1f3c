"""Probabilities sum to 1 over everything that comes in.

step: softmax
says: over the whole batch
"""

from keras import ops


def softmax(x):
    exponentials = ops.exp(ops.subtract(x, ops.max(x)))
    return exponentials / ops.sum(exponentials)
