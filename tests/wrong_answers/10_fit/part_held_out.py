"""No training without a validation split.

step: train
says: and no sample is held back
"""


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    return model.fit(x, y, batch_size=batch_size, epochs=epochs, shuffle=shuffle, verbose=verbose, validation_split=0.1)
