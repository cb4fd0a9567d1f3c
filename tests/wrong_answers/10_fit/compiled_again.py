"""A model must be compiled right before it is trained.

step: train
says: it is the model you are given that trains, as it was compiled
"""


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    model.compile(optimizer="adam", loss="mse")
    return model.fit(x, y, batch_size=batch_size, epochs=epochs, shuffle=shuffle, verbose=verbose)
