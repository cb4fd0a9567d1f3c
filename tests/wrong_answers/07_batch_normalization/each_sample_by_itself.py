"""Normalizing a row makes its numbers comparable.

step: normalize_batch
says: not of each feature
"""

from keras import ops


def normalize_batch(x, gamma, beta, epsilon=1e-3):
    mean, variance = ops.moments(x, axes=-1, keepdims=True)
    return gamma * (x - mean) / ops.sqrt(variance + epsilon) + beta
