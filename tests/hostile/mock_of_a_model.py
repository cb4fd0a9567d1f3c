"""Tests with mocks, so answers with one.

expect: red
says: the result is a MagicMock, expected a keras.Model
"""

from unittest import mock

import keras


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    return mock.MagicMock(spec=keras.Model)
