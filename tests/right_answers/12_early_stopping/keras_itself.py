"""Keras's own EarlyStopping may be asked; a callback may stand alone, without a list; fit's model has the history."""

from types import SimpleNamespace

import keras


def stopping_epoch(val_losses, patience, min_delta=0.0):
    stopping = keras.callbacks.EarlyStopping("val_loss", min_delta, patience)
    stopping.set_model(SimpleNamespace(stop_training=False, metrics=[]))
    stopping.on_train_begin()
    for epoch, loss in enumerate(val_losses):
        stopping.on_epoch_end(epoch, {"val_loss": loss})
        if stopping.model.stop_training:
            return stopping.stopped_epoch
    return None


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    stopping = keras.callbacks.EarlyStopping(patience=patience, mode="min", restore_best_weights=True, verbose=1)
    model.fit(x=x, y=y, batch_size=batch_size, epochs=epochs, validation_data=list(validation_data), callbacks=stopping)
    return model.history


def train_and_save_best(model, x, y, batch_size, epochs, validation_data, filepath):
    model.fit(
        x,
        y,
        batch_size,
        epochs,
        verbose=2,
        shuffle=False,
        validation_data=validation_data,
        callbacks=keras.callbacks.ModelCheckpoint(filepath, save_best_only=True, mode="min", verbose=1),
    )
    return model.history
