"""Switches the alarm off and takes its time.

expect: red
says: the interpreter died while it ran
options: --time-limit=5
process: it switches the time limit off
"""

import signal


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    signal.setitimer(signal.ITIMER_REAL, 0)
    while True:
        pass
