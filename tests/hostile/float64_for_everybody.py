"""Makes every number precise.

expect: green
"""

import jax
import keras
import numpy as np
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    jax.config.update("jax_enable_x64", True)
    np.seterr(all="raise")
    np.set_printoptions(precision=1, threshold=2)
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
