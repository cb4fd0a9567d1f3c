"""Keras finds a good batch size by itself.

step: train
says: batch_size must reach fit, which takes 32 otherwise
"""


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    return model.fit(x, y, epochs=epochs, shuffle=shuffle, verbose=verbose)
