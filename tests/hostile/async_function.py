"""Everything is async these days.

expect: red
says: the result is a coroutine, expected a keras.Model
"""

import keras
from keras import layers


async def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
