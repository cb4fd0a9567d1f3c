"""Accuracy is what fit calls accuracy.

step: StopAtAccuracy
says: is it val_accuracy that reaches
"""

import keras


class StopAtAccuracy(keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        if "val_accuracy" not in logs:
            raise ValueError("no val_accuracy")
        if logs["accuracy"] >= self.target:
            self.model.stop_training = True
