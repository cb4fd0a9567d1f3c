"""A training begins with epoch 0.

step: LossLog
says: with initial_epoch=2
"""

import keras


class LossLog(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.losses = []

    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 0:
            self.losses = []
        self.losses.append([])

    def on_train_batch_end(self, batch, logs=None):
        self.losses[-1].append(float(logs["loss"]))
