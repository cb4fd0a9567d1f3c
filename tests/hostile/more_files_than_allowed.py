"""Opens a file for each sample.

expect: red
says: OSError: [Errno 24] Too many open files
process: it takes all files that a process may open
"""

import os

OPEN = []


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    while True:
        OPEN.append(open(os.devnull))
