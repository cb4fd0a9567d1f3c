"""Says that it is expected to fail.

expect: red
says: pytest to end the test (XFailed)
"""

import pytest


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    pytest.xfail("not today")
