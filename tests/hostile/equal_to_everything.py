"""What equals everything equals what was expected.

expect: red
says: the result is an Equal, expected a keras.Model
"""


class Equal:
    __eq__ = lambda self, other: True
    __hash__ = None
    __getattr__ = lambda self, name: Equal()
    __call__ = lambda self, *args: Equal()
    __iter__ = lambda self: iter([Equal()])


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    return Equal()
