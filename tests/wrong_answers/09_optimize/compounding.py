"""The callback is given the current rate, so that is the one to divide.

step: inverse_time_decay
says: it compounds
"""

import keras


def inverse_time_decay(learning_rate, decay_rate):
    return keras.callbacks.LearningRateScheduler(lambda epoch, rate: rate / (1 + decay_rate * epoch))
