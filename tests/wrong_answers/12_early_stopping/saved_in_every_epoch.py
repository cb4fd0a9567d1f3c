"""A checkpoint keeps the best, as its name says.

step: train_and_save_best
says: those are the last weights: save only where val_loss is a new lowest
"""

import keras


def train_and_save_best(model, x, y, batch_size, epochs, validation_data, filepath):
    checkpoint = keras.callbacks.ModelCheckpoint(filepath)
    return model.fit(x, y, batch_size, epochs, validation_data=validation_data, callbacks=[checkpoint], verbose=0)
