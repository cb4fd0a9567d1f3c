"""Its result prints all that it holds.

expect: red
says: the result is a Data, expected a keras.Model
"""


class Data:
    def __repr__(self):
        return "0123456789" * 5_000_000


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    return Data()
