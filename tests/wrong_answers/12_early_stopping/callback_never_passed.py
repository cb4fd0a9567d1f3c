"""A callback that has been made is at work.

step: train_with_early_stopping
says: nothing stopped it: is the callback in fit's list
"""

import keras


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)
    return model.fit(x, y, batch_size, epochs, validation_data=validation_data, verbose=0)
