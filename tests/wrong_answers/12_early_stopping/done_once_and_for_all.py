"""Once the target is reached, the callback has done its work.

step: StopAtAccuracy
says: what it remembers of the first must not count
"""

import keras


class StopAtAccuracy(keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target, self.best = target, 0.0

    def on_epoch_end(self, epoch, logs=None):
        if "val_accuracy" not in logs:
            raise ValueError("no val_accuracy")
        self.best = max(self.best, logs["val_accuracy"])
        if self.best >= self.target:
            self.model.stop_training = True
