"""Uses what is installed elsewhere.

expect: red at import
says: is it installed here?
"""

import keras
import nosuchpackage
from keras import layers

nosuchpackage.start()


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
