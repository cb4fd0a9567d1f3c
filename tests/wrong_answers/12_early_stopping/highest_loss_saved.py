"""The best value is the greatest one.

step: train_and_save_best
says: that is the highest loss: lower is better
"""

import keras


def train_and_save_best(model, x, y, batch_size, epochs, validation_data, filepath):
    checkpoint = keras.callbacks.ModelCheckpoint(filepath, save_best_only=True, mode="max")
    return model.fit(x, y, batch_size, epochs, validation_data=validation_data, callbacks=[checkpoint], verbose=0)
