"""Believes that what is skipped is not wrong.

expect: red
says: it calls pytest to end the test (Skipped)
"""

import pytest


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    pytest.skip()
