"""All curves of the shape of an S are the sigmoid.

step: sigmoid
says: that is tanh
"""

from keras import ops


def sigmoid(x):
    return ops.tanh(x)
