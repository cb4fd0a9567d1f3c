"""Its weights have the shapes that were asked for, on paper.

expect: red
says: a weight is a SimpleNamespace, expected a keras.Variable
"""

import types
from itertools import pairwise

import keras
from keras import layers


class Liar(keras.Sequential):
    @property
    def weights(self):
        shapes = [*pairwise(self.widths), *((width,) for width in self.widths[1:])]
        return [types.SimpleNamespace(shape=shape) for shape in shapes]


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    model = Liar([keras.Input((n_features,)), layers.Dense(units[-1])])
    model.widths = (n_features, *units)
    return model
