"""A loaded model is there to predict.

step: load_model
says: is not compiled — .keras keeps loss, metrics and optimizer
"""

import keras


def load_model(path):
    return keras.saving.load_model(path, compile=False)
