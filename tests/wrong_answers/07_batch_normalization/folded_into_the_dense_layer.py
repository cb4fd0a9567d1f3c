"""Folding changes the dense layer.

step: fold_batch_norm
says: neither layer is changed
"""

from keras import ops


def fold_batch_norm(dense, batch_norm):
    zeros, ones = ops.zeros((1, dense.kernel.shape[0])), ops.eye(dense.kernel.shape[0])
    bias = batch_norm(dense(zeros))[0]
    dense.kernel.assign(batch_norm(dense(ones)) - bias)
    if dense.bias is not None:
        dense.bias.assign(bias)
    return dense.kernel, bias
