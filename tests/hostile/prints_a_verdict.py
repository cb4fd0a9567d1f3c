"""Prints what a learner would read who is done, over what stands there.

expect: red
says: shapes
"""

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    print("\x1b[2J\x1b[H\r03_instantiate · 6 of 6 steps\x1b]0;done\x07")
    return keras.Sequential([keras.Input((n_features,)), layers.Dense(units[-1])])
