"""Ends a loop the way it ends its programs.

expect: red
says: KeyboardInterrupt
"""


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    raise KeyboardInterrupt
