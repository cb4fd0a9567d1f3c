"""Sets a trace function, by which a debugger could jump over every claim.

expect: red
says: sys.settrace
"""

import sys

import keras
from keras import layers


def look(frame, event, argument):
    return look


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    sys.settrace(look)
    return keras.Sequential([keras.Input((n_features,)), *map(layers.Dense, units)])
