"""Puts the data into the message of the error.

expect: red
says: ValueError: 01234567890
"""


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    raise ValueError("0123456789" * 5_000_000)
