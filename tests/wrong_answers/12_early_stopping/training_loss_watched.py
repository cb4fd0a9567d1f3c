"""The loss is the loss.

step: train_with_early_stopping
says: does it watch val_loss?
"""

import keras


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    stopping = keras.callbacks.EarlyStopping(monitor="loss", patience=patience, restore_best_weights=True)
    return model.fit(x, y, batch_size, epochs, validation_data=validation_data, callbacks=[stopping], verbose=0)
