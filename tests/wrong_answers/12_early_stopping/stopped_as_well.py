"""Once the loss has risen there is nothing left to be saved.

step: train_and_save_best
says: it saves, it does not stop
"""

import keras


def train_and_save_best(model, x, y, batch_size, epochs, validation_data, filepath):
    callbacks = [
        keras.callbacks.ModelCheckpoint(filepath, save_best_only=True),
        keras.callbacks.EarlyStopping(patience=1),
    ]
    return model.fit(x, y, batch_size, epochs, validation_data=validation_data, callbacks=callbacks, verbose=0)
