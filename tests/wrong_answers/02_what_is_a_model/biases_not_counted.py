"""Weights are the kernel.

step: count_parameters
says: the biases are missing
"""

from itertools import pairwise


def count_parameters(layer_sizes):
    return sum(a * b for a, b in pairwise(layer_sizes))
