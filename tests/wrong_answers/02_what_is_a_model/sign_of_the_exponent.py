"""The exponent of the sigmoid is x.

step: sigmoid
says: that is sigmoid(-x)
"""

from keras import ops


def sigmoid(x):
    return 1.0 / (1.0 + ops.exp(x))
