"""clipnorm clips the norm.

step: clipped_sgd
says: clipped by its own norm
"""

import keras


def clipped_sgd(learning_rate, max_norm):
    return keras.optimizers.SGD(learning_rate, clipnorm=max_norm)
