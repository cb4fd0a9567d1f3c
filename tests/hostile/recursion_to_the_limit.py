"""Calls itself; the base case is missing.

expect: red
says: RecursionError: maximum recursion depth exceeded
"""


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    return build_sequential(n_features, units, activations)
