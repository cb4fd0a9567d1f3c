"""What an earlier training reached is the mark to beat.

step: train_and_save_best
says: the older file is still there
"""

import os

import keras


def train_and_save_best(model, x, y, batch_size, epochs, validation_data, filepath):
    before = None
    if os.path.exists(filepath):
        before = keras.saving.load_model(filepath).evaluate(*validation_data, verbose=0, return_dict=True)["loss"]
    checkpoint = keras.callbacks.ModelCheckpoint(filepath, save_best_only=True, initial_value_threshold=before)
    return model.fit(x, y, batch_size, epochs, validation_data=validation_data, callbacks=[checkpoint], verbose=0)
