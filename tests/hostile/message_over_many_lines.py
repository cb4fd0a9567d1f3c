"""Explains at length, in colour.

expect: red
says: ValueError: first second
"""


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    raise ValueError("first\n\x1b[31msecond\r\n\n")
