"""Prints the data in each call.

expect: red
says: ZeroDivisionError
"""


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    for _ in range(500):
        print("0123456789" * 10_000)
    1 / 0
