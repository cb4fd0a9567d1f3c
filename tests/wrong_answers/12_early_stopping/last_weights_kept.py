"""EarlyStopping keeps the best weights; that is what it is for.

step: train_with_early_stopping
says: EarlyStopping must be asked to put those back
"""

import keras


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    stopping = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(x, y, batch_size, epochs, validation_data=validation_data, callbacks=[stopping], verbose=0)
