"""Reads memory that is not there.

expect: red
says: the interpreter died while it ran
process: it crashes its process
"""

import ctypes


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    ctypes.string_at(0)
