"""Every .h5 file is a .weights.h5 file if it is called so.

step: save_weights
says: does not load into a model of the same architecture
"""


def save_weights(model, path):
    model.save(path)
