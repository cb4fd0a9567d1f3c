"""Skips from code that belongs to no file.

expect: red
says: it calls pytest to end the test (Skipped)
"""


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    exec("import pytest; pytest.skip()")
