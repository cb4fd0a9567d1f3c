"""The best weights come back at the moment that training is stopped.

step: train_with_early_stopping
says: the last weights are not the best
"""

import keras


class _Stopping(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience, self.best, self.wait, self.weights = patience, float("inf"), 0, None

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best, self.wait, self.weights = logs["val_loss"], 0, self.model.get_weights()
            return
        self.wait += 1
        if self.wait >= self.patience:
            self.model.stop_training = True
            self.model.set_weights(self.weights)


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    stopping = _Stopping(patience)
    return model.fit(x, y, batch_size, epochs, validation_data=validation_data, callbacks=[stopping], verbose=0)
