"""Waits for a loss that never comes, and catches whatever disturbs it.

expect: red
says: no answer within 5 s — does a loop in it never end?
options: --time-limit=5
"""

import keras


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    while True:
        try:
            keras.utils.normalize
        except Exception:
            pass
