"""A layer has one bias.

step: count_parameters
says: one bias for each unit
"""

from itertools import pairwise


def count_parameters(layer_sizes):
    return sum(a * b + 1 for a, b in pairwise(layer_sizes))
