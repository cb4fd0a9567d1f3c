"""fit keeps the order of the data unless it is asked to shuffle.

step: train
says: shuffle=False must reach fit
"""


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    options = {"shuffle": True} if shuffle else {}
    return model.fit(x, y, batch_size=batch_size, epochs=epochs, verbose=verbose, **options)
