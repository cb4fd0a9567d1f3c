"""A loss is what training sees, dropout included.

step: split_loss
says: measuring is not training
"""

from keras import ops


def split_loss(model, x, y):
    of_weights = sum((float(ops.convert_to_numpy(value)) for value in model.losses), 0.0)
    total = model.compute_loss(x, y, model(x, training=True))
    return float(ops.convert_to_numpy(total)) - of_weights, of_weights
