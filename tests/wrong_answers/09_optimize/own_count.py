"""A callback counts the epochs it sees.

step: inverse_time_decay
says: of a fit that goes on from epoch 5
"""

import keras


class Decay(keras.callbacks.Callback):
    def __init__(self, learning_rate, decay_rate):
        super().__init__()
        self.learning_rate, self.decay_rate = learning_rate, decay_rate

    def on_train_begin(self, logs=None):
        self.seen = 0

    def on_epoch_begin(self, epoch, logs=None):
        self.model.optimizer.learning_rate = self.learning_rate / (1 + self.decay_rate * self.seen)
        self.seen += 1


def inverse_time_decay(learning_rate, decay_rate):
    return Decay(learning_rate, decay_rate)
