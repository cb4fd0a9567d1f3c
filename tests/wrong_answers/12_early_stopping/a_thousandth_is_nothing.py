"""A gain of less than a thousandth is noise.

step: train_with_early_stopping
says: however small the step
"""

import keras


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    stop = keras.callbacks.EarlyStopping(min_delta=1e-3, patience=patience, restore_best_weights=True)
    return model.fit(
        x, y, batch_size=batch_size, epochs=epochs, validation_data=validation_data, callbacks=[stop], verbose=0
    )
