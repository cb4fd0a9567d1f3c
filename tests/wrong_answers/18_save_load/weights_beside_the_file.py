"""Only weights need saving: the code that builds the model is still there.

step: save_model
says: there is no file model.keras afterwards
"""


def save_model(model, path):
    model.save_weights(f"{path}.weights.h5")
