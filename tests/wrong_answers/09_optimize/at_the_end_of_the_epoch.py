"""After an epoch it is time for a new rate.

step: inverse_time_decay
says: an epoch late
"""

import keras


class Decay(keras.callbacks.Callback):
    def __init__(self, learning_rate, decay_rate):
        super().__init__()
        self.learning_rate, self.decay_rate = learning_rate, decay_rate

    def on_epoch_end(self, epoch, logs=None):
        self.model.optimizer.learning_rate = self.learning_rate / (1 + self.decay_rate * epoch)


def inverse_time_decay(learning_rate, decay_rate):
    return Decay(learning_rate, decay_rate)
