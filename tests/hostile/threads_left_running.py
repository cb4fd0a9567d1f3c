"""Looks after its data in the background, for ever.

expect: green
process: its thread outlives the test
"""

import threading
import time

import keras
from keras import layers


def look_after():
    while True:
        time.sleep(0.01)


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    threading.Thread(target=look_after).start()
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
