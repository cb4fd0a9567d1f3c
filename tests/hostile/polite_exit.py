"""Ends the program once the model is built.

expect: red
says: it ends the program with exit()
"""

import sys


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    sys.exit(0)
