"""The bias is added to what the layer gives.

step: dense
says: the bias comes after the activation
"""

from keras import ops


def dense(x, kernel, bias, activation=None):
    outputs = ops.matmul(x, kernel)
    return ops.add(outputs if activation is None else activation(outputs), bias)
