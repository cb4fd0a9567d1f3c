"""A dense layer takes vectors, so everything else is flattened to rows.

step: dense
says: all other axes stay
"""

from keras import ops


def dense(x, kernel, bias, activation=None):
    outputs = ops.add(ops.matmul(ops.reshape(x, (-1, kernel.shape[0])), kernel), bias)
    return outputs if activation is None else activation(outputs)
