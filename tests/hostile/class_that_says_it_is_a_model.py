"""Says it is a model, and of every claim that it holds.

expect: red
says: the result is a Liar, expected a keras.Model
"""

import keras


class Liar:
    __class__ = keras.Model
    __eq__ = __lt__ = __gt__ = __ge__ = lambda self, other: True
    __hash__ = None
    __getattr__ = lambda self, name: Liar()
    __call__ = lambda self, *args: Liar()
    __iter__ = lambda self: iter([Liar()])
    __len__ = lambda self: 1


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    return Liar()
