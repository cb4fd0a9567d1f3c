"""evaluate returns a list whose first entry is the loss.

step: split_loss
says: evaluate gives the loss alone
"""

from keras import ops


def split_loss(model, x, y):
    of_weights = sum((float(ops.convert_to_numpy(value)) for value in model.losses), 0.0)
    return model.evaluate(x, y, verbose=0)[0] - of_weights, of_weights
