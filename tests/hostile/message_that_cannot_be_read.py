"""Its error cannot even say what it is.

expect: red
says: Broken
"""


class Broken(Exception):
    def __str__(self):
        return 1 / 0


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    raise Broken
