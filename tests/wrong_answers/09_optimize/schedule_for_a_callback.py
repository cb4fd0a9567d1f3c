"""Keras has this decay ready: it is a schedule.

step: inverse_time_decay
says: a schedule counts batches
"""

import keras


def inverse_time_decay(learning_rate, decay_rate):
    return keras.optimizers.schedules.InverseTimeDecay(learning_rate, decay_steps=1, decay_rate=decay_rate)
