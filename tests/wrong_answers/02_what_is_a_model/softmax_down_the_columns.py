"""The first axis is where the classes are.

step: softmax
says: down the columns
"""

from keras import ops


def softmax(x):
    exponentials = ops.exp(ops.subtract(x, ops.max(x, axis=0, keepdims=True)))
    return exponentials / ops.sum(exponentials, axis=0, keepdims=True)
