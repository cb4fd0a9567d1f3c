"""Ends its process by force.

expect: red
says: the interpreter died while it ran
process: it kills its process
"""

import os
import signal


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    os.kill(os.getpid(), signal.SIGKILL)
