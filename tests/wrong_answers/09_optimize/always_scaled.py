"""Clipping gives all gradients the same length.

step: clipped_sgd
says: short enough stay as they are
"""

import keras
from keras import ops


class Unit(keras.optimizers.SGD):
    def __init__(self, learning_rate, max_norm):
        super().__init__(learning_rate)
        self.max_norm = max_norm

    def _clip_gradients(self, gradients):
        norm = ops.sqrt(sum(ops.sum(ops.square(gradient)) for gradient in gradients))
        return [gradient * self.max_norm / norm for gradient in gradients]


def clipped_sgd(learning_rate, max_norm):
    return Unit(learning_rate, max_norm)
