"""fit takes what is known and then what is to be explained by it.

step: train
says: fit takes the inputs first, then the targets
"""


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    return model.fit(y, x, batch_size=batch_size, epochs=epochs, shuffle=shuffle, verbose=verbose)
