"""Clipping holds every number between two bounds.

step: clipped_sgd
says: each number is clipped by itself
"""

import keras


def clipped_sgd(learning_rate, max_norm):
    return keras.optimizers.SGD(learning_rate, clipvalue=max_norm)
