"""An epoch has one loss, that of its end.

step: LossLog
says: expected the list of an epoch's losses
"""

import keras


class LossLog(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.losses = []

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(logs["loss"])
