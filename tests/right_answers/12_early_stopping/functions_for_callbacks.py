"""LambdaCallback makes callbacks of functions, and a class of one's own may stand on it."""

import keras


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    kept = {"loss": None, "weights": None, "epoch": 0}

    def watch(epoch, logs):
        if kept["loss"] is None or logs["val_loss"] < kept["loss"]:
            kept.update(loss=logs["val_loss"], weights=model.get_weights(), epoch=epoch)
        elif epoch - kept["epoch"] >= patience:
            model.stop_training = True

    callbacks = [keras.callbacks.LambdaCallback(on_epoch_end=watch)]
    history = model.fit(x, y, batch_size, epochs, validation_data=validation_data, callbacks=callbacks, verbose=0)
    model.set_weights(kept["weights"])
    return history


class StopAtAccuracy(keras.callbacks.LambdaCallback):
    def __init__(self, target):
        super().__init__(on_epoch_end=self._watch)
        self.target = target

    def _watch(self, epoch, logs):
        accuracy = logs.get("val_accuracy")
        if accuracy is None:
            raise RuntimeError(f"epoch {epoch} has no 'val_accuracy', only {sorted(logs)}")
        if accuracy >= self.target:
            self.model.stop_training = True
