"""Data may be turned into tensors or batches first; the accuracy may be read when the validation ends."""

import keras
import numpy as np
from keras import ops


class _Batches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = np.asarray(x), np.asarray(y), batch_size

    def __len__(self):
        return -(-len(self.x) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part]


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    validation_data = tuple(ops.convert_to_tensor(part) for part in validation_data)
    stopping = keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)
    return model.fit(x, y, batch_size, epochs, validation_data=validation_data, callbacks=[stopping], verbose=0)


def train_and_save_best(model, x, y, batch_size, epochs, validation_data, filepath):
    checkpoint = keras.callbacks.ModelCheckpoint(filepath, "val_loss", save_best_only=True)
    return model.fit(
        _Batches(x, y, batch_size), epochs=epochs, validation_data=validation_data, callbacks=[checkpoint], verbose=0
    )


class StopAtAccuracy(keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_begin(self, epoch, logs=None):
        self.seen = None

    def on_test_end(self, logs=None):
        self.seen = (logs or {}).get("accuracy")

    def on_epoch_end(self, epoch, logs=None):
        if self.seen is None:
            raise TypeError("StopAtAccuracy: val_accuracy is not there")
        if self.seen >= self.target:
            self.model.stop_training = True
