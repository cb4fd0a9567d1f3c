"""Ends the program as a success.

expect: red
says: it ends the program with exit()
"""

import os


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    os._exit(0)
