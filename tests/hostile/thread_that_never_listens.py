"""Starts a thread that cannot be ended.

expect: green
process: its thread outlives the run
"""

import threading
import time

import keras
from keras import layers


def stay():
    while True:
        try:
            time.sleep(60)
        except BaseException:
            pass


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    threading.Thread(target=stay).start()
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
