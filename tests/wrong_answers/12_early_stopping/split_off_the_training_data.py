"""Any fifth of the data will do for validation.

step: train_with_early_stopping
says: validation_data is what is measured
"""

import keras


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    stopping = keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)
    return model.fit(x, y, batch_size, epochs, validation_split=0.5, callbacks=[stopping], verbose=0)
