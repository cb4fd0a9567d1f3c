"""Whoever trains batch by batch may fill in the History themselves."""

import keras
import numpy as np


def train_with_validation(model, x, y, batch_size, epochs, validation_data=None):
    history = keras.callbacks.History()
    history.set_model(model)
    history.on_train_begin()
    for epoch in range(epochs):
        seen = []
        for start in range(0, len(x), batch_size):
            batch = x[start : start + batch_size], y[start : start + batch_size]
            seen.append(model.train_on_batch(*batch, return_dict=True)["loss"])
        logs = {"loss": float(np.mean(seen))}
        if validation_data is not None:
            x_val, y_val = validation_data
            logs["val_loss"] = model.evaluate(x_val, y_val, batch_size=len(x_val), verbose=0, return_dict=True)["loss"]
        history.on_epoch_end(epoch, logs)
    return history


def best_epoch(history):
    best, lowest = None, float("inf")
    for epoch, loss in enumerate(history.history["val_loss"]):
        if loss < lowest:
            best, lowest = epoch, loss
    return np.int64(best)
