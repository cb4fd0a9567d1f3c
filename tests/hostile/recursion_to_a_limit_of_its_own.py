"""Was told to raise the limit when recursion is too deep.

expect: red
says: RecursionError: maximum recursion depth exceeded
"""

import sys


def deeper(depth):
    return deeper(depth + 1)


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    sys.setrecursionlimit(50_000)
    return deeper(0)
