"""The weights are the model.

step: train_and_save_best
says: the path is the name as it is
"""

import keras


def train_and_save_best(model, x, y, batch_size, epochs, validation_data, filepath):
    weights = str(filepath).replace(".keras", ".weights.h5")
    checkpoint = keras.callbacks.ModelCheckpoint(weights, save_best_only=True, save_weights_only=True)
    return model.fit(x, y, batch_size, epochs, validation_data=validation_data, callbacks=[checkpoint], verbose=0)
