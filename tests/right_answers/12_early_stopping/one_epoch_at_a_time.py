"""fit may be called for each epoch by itself, if the history is put together again."""

import keras


def _epoch(model, history, x, y, batch_size, epoch, validation_data):
    one = model.fit(
        x, y, batch_size=batch_size, initial_epoch=epoch, epochs=epoch + 1, validation_data=validation_data, verbose=0
    )
    history.epoch.append(epoch)
    for name, values in one.history.items():
        history.history.setdefault(name, []).extend(values)
    return one.history["val_loss"][-1]


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    history = keras.callbacks.History()
    history.on_train_begin()
    lowest, weights, wait = None, None, 0
    for epoch in range(epochs):
        loss = _epoch(model, history, x, y, batch_size, epoch, validation_data)
        if lowest is None or loss < lowest:
            lowest, weights, wait = loss, model.get_weights(), 0
            continue
        wait += 1
        if wait >= patience:
            break
    model.set_weights(weights)
    return history


def train_and_save_best(model, x, y, batch_size, epochs, validation_data, filepath):
    history = keras.callbacks.History()
    history.on_train_begin()
    lowest = float("inf")
    for epoch in range(epochs):
        loss = _epoch(model, history, x, y, batch_size, epoch, validation_data)
        if loss < lowest:
            lowest = loss
            keras.saving.save_model(model, filepath, overwrite=True)
    return history
