"""A target is reached when it is passed.

step: StopAtAccuracy
says: it ends with the first epoch whose val_accuracy is the target or more
"""

import keras


class StopAtAccuracy(keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        if "val_accuracy" not in logs:
            raise ValueError("no val_accuracy")
        if logs["val_accuracy"] > self.target:
            self.model.stop_training = True
