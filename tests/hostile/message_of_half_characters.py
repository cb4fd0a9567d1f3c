r"""Its message holds what no encoding can write.

expect: red
says: ValueError: \udc80
"""


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    raise ValueError("\udc80")
