"""A copy with the same weights is the same model.

step: save_model
says: save the model itself
"""

import keras


def save_model(model, path):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.save(path)
