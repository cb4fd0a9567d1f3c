"""A class whose class says yes to every question.

expect: red
says: expected a keras.Model
"""


class Yes(type):
    __eq__ = lambda cls, other: True
    __hash__ = None
    __instancecheck__ = __subclasscheck__ = lambda cls, other: True
    __call__ = lambda cls, *args: cls


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    class Model(metaclass=Yes):
        built = True

    return Model
