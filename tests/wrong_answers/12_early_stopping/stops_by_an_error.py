"""An exception ends a loop.

step: StopAtAccuracy
says: it raises StopIteration, which comes out of fit as an error
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
            raise StopIteration
