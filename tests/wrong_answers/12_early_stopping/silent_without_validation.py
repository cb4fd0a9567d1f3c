"""No accuracy is an accuracy of 0.

step: StopAtAccuracy
says: goes on in silence, expected an error that names val_accuracy
"""

import keras


class StopAtAccuracy(keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        if logs.get("val_accuracy", 0.0) >= self.target:
            self.model.stop_training = True
