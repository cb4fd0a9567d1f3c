"""The loss may be measured again, the best model may be kept as a copy, and more may be asked of Keras's callback."""

import math

import keras


class _Keeper(keras.callbacks.Callback):
    def __init__(self, filepath, validation_data):
        super().__init__()
        self.filepath = filepath
        self.data = validation_data
        self.best = (math.inf, -1)

    def on_epoch_end(self, epoch, logs=None):
        loss = self.model.evaluate(*self.data, batch_size=2, verbose=0, return_dict=True)["loss"]
        if (loss, epoch) < self.best:
            self.best = (loss, epoch)
            self.model.save(str(self.filepath), overwrite=True)


def train_and_save_best(model, x, y, batch_size, epochs, validation_data, filepath):
    keeper = _Keeper(filepath, validation_data)
    return model.fit(
        x, y, batch_size=batch_size, epochs=epochs, validation_data=validation_data, callbacks=[keeper], verbose=0
    )


class StopAtAccuracy(keras.callbacks.EarlyStopping):
    def __init__(self, target):
        super().__init__(monitor="val_accuracy", mode="max", patience=10**9)
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        super().on_epoch_end(epoch, logs)
        current = self.get_monitor_value(logs)
        if current is None:
            raise LookupError("val_accuracy is not measured: validation_data and metrics=['accuracy'] are needed")
        if current >= self.target:
            self.model.stop_training = True
            self.stopped_epoch = epoch


def stopping_epoch(val_losses, patience, min_delta=0.0):
    def improved(epoch, best):
        return val_losses[epoch] + min_delta < val_losses[best]

    def walk(epoch, best):
        if epoch >= len(val_losses):
            return None
        if improved(epoch, best):
            return walk(epoch + 1, epoch)
        return epoch if epoch - best >= patience else walk(epoch + 1, best)

    return walk(1, 0)
