"""A kernel is turned over wherever the shapes allow it.

step: dense
says: that is the kernel turned over
"""

from keras import ops


def dense(x, kernel, bias, activation=None):
    if kernel.shape[1] == x.shape[-1]:
        kernel = ops.transpose(kernel)
    outputs = ops.add(ops.matmul(x, kernel), bias)
    return outputs if activation is None else activation(outputs)
