"""A loop over the epochs is what trains; fit is one turn of it.

step: train
says: each call of it begins a new History
"""


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    for _ in range(epochs):
        history = model.fit(x, y, batch_size=batch_size, shuffle=shuffle, verbose=verbose)
    return history
