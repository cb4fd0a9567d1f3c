"""Handles every signal itself, so that nothing can stop it.

expect: red
says: does a loop in it never end?
options: --time-limit=5
process: it changes how its process is stopped
"""

import signal


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1, signal.SIGSEGV):
        signal.signal(number, lambda *_: None)
    while True:
        pass
