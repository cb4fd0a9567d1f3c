"""The bias is a detail.

step: dense
says: the bias is not in it
"""

from keras import ops


def dense(x, kernel, bias, activation=None):
    outputs = ops.matmul(x, kernel)
    return outputs if activation is None else activation(outputs)
