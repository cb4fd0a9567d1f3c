"""NumPy is enough where nothing is trained; get_weights gives the weights there are, in order."""

import numpy as np
from keras import ops


def normalize_batch(x, gamma, beta, epsilon=1e-3):
    x, gamma, beta = (ops.convert_to_numpy(values) for values in (x, gamma, beta))
    return (x - np.mean(x, axis=0)) / np.sqrt(np.var(x, axis=0) + epsilon) * gamma + beta


def update_moving(moving, batch_statistic, momentum=0.99):
    old, new = ops.convert_to_numpy(moving), ops.convert_to_numpy(batch_statistic)
    return np.average([old, new], axis=0, weights=[momentum, 1 - momentum])


def fold_batch_norm(dense, batch_norm):
    kernel, *bias = dense.get_weights()
    *learned, mean, variance = batch_norm.get_weights()
    scale = 1.0 / np.sqrt(variance + batch_norm.epsilon)
    if batch_norm.scale:
        scale *= learned[0]
    shift = learned[-1] if batch_norm.center else 0.0
    own = bias[0] if dense.use_bias else 0.0
    return np.einsum("io,o->io", kernel, scale), (own - mean) * scale + shift
