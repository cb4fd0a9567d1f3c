"""A list in the body of a class is each object's own.

step: LossLog
says: a list made in the class body is one list for all
"""

import keras


class LossLog(keras.callbacks.Callback):
    losses = []  # noqa: RUF012

    def on_train_begin(self, logs=None):
        self.losses.clear()

    def on_epoch_begin(self, epoch, logs=None):
        self.losses.append([])

    def on_train_batch_end(self, batch, logs=None):
        self.losses[-1].append(logs["loss"])
