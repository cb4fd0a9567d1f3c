"""Ends the whole of pytest as a success.

expect: red
says: it calls pytest to end the test (Exit)
"""

import pytest


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    pytest.exit("all done", returncode=0)
