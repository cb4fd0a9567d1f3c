"""The sooner it stops, the better: look after each batch.

step: StopAtAccuracy
says: training is told to stop inside epoch
"""

import keras


class StopAtAccuracy(keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_train_batch_end(self, batch, logs=None):
        if logs["accuracy"] >= self.target:
            self.model.stop_training = True

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_accuracy"] >= self.target:
            self.model.stop_training = True
