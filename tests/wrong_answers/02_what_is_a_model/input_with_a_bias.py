"""Each size is a layer, and each layer has biases.

step: count_parameters
says: the input has no bias
"""

from itertools import pairwise


def count_parameters(layer_sizes):
    return sum(a * b for a, b in pairwise(layer_sizes)) + sum(layer_sizes)
