"""Callbacks may be written by hand, and of equal losses the later one may be kept."""

import math

import keras


class _Stopping(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience = patience

    def on_train_begin(self, logs=None):
        self.losses, self.weights = [], None

    def on_epoch_end(self, epoch, logs=None):
        loss = logs["val_loss"]
        if all(loss <= before for before in self.losses):
            self.weights = [weight.copy() for weight in self.model.get_weights()]
        self.losses.append(loss)
        since = epoch - self.losses.index(min(self.losses))
        if since >= max(self.patience, 1):
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.model.set_weights(self.weights)


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    return model.fit(
        x, y, batch_size, epochs, validation_data=validation_data, callbacks=[_Stopping(patience)], verbose=0
    )


class _Saving(keras.callbacks.Callback):
    def __init__(self, filepath):
        super().__init__()
        self.filepath, self.lowest = filepath, math.inf

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] <= self.lowest:
            self.lowest = logs["val_loss"]
            self.model.save(self.filepath)


def train_and_save_best(model, x, y, batch_size, epochs, validation_data, filepath):
    callbacks = [_Saving(filepath)]
    return model.fit(x, y, batch_size, epochs, validation_data=validation_data, callbacks=callbacks, verbose=0)


class StopAtAccuracy(keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self._goal = target

    def on_epoch_end(self, epoch, logs=None):
        assert "val_accuracy" in logs, "there is no val_accuracy"
        self.model.stop_training = bool(logs["val_accuracy"] >= self._goal)
