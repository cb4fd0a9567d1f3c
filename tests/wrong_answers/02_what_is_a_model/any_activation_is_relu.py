"""Whoever gives an activation means relu.

step: dense
says: with the activation that was given
"""

from keras import ops


def dense(x, kernel, bias, activation=None):
    outputs = ops.add(ops.matmul(x, kernel), bias)
    return outputs if activation is None else ops.relu(outputs)
