"""Tidies up after itself, too well.

expect: red
says: has no such name
"""


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    return None


globals().clear()
