"""The best weights may wait on disk, in a file of their own or in a whole model; a missing key is an error too."""

import tempfile
from pathlib import Path

import keras
import numpy as np
from keras.callbacks import EarlyStopping, ModelCheckpoint


def stopping_epoch(val_losses, patience, min_delta=0.0):
    val_losses = np.asarray(val_losses, "float64")
    epoch = best = 0
    while epoch < len(val_losses):
        if epoch > best and not val_losses[epoch] < val_losses[best] - min_delta:
            if epoch - best >= patience:
                return np.int64(epoch)
        else:
            best = epoch
        epoch += 1
    return None


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "best.weights.h5"
        callbacks = [
            EarlyStopping(monitor="val_loss", patience=patience),
            ModelCheckpoint(file, monitor="val_loss", save_best_only=True, save_weights_only=True),
        ]
        history = model.fit(x, y, batch_size, epochs, 0, callbacks, validation_data=validation_data)
        # The optimizer's state comes back too.
        model.load_weights(file)
    return history


class StopAtAccuracy(keras.callbacks.Callback):
    def __init__(self, target):
        self.target = target
        super().__init__()

    def on_epoch_end(self, epoch, logs):
        if not logs["val_accuracy"] < self.target:
            self.model.stop_training = True
