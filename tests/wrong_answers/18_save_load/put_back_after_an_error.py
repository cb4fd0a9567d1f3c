"""If Keras raises no error, the file fits the model.

step: load_weights
says: gives None, expected an error — compare what is in the file with what the model has
"""


def load_weights(model, path):
    before = model.get_weights()
    try:
        model.load_weights(path)
    except Exception:
        model.set_weights(before)
        raise
