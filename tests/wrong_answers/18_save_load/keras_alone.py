"""Keras raises an error where shapes do not fit, so nothing has happened.

step: load_weights
says: compare first: nothing is loaded by halves
"""


def load_weights(model, path):
    model.load_weights(path)
