"""The callback stops, so the switch is its own.

step: StopAtAccuracy
says: self.model.stop_training that is set
"""

import keras


class StopAtAccuracy(keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        if "val_accuracy" not in logs:
            raise ValueError("no val_accuracy")
        if logs["val_accuracy"] >= self.target:
            self.stop_training = True
