"""Raises what says that a step is not written, or done.

expect: red
says: build_sequential
"""

from dojo.failure import NotYet


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    raise NotYet("", untouched=True)
