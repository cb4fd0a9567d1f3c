"""Ends the program as a success, past Python's own exit.

expect: red
says: the interpreter died while it ran
process: it ends its process
"""

from posix import _exit


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    _exit(0)
