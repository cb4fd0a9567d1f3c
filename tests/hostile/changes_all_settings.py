"""Sets up Keras for a project of its own.

expect: green
"""

import keras
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    keras.config.set_epsilon(1.0)
    keras.config.set_image_data_format("channels_first")
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations, strict=True)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
