"""Skips as unittest does.

expect: red
says: SkipTest
"""

import unittest


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    raise unittest.SkipTest
