"""Puts a program that always succeeds in its own place.

expect: red
says: the interpreter died while it ran
process: it replaces its process
"""

import os
import sys


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    os.execv(sys.executable, [sys.executable, "-c", "print('6 of 6 steps')"])
