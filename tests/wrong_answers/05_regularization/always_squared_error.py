"""A loss is a mean of squared errors.

step: split_loss
says: the data loss is
"""

import numpy as np
from keras import ops


def split_loss(model, x, y):
    of_weights = sum((float(ops.convert_to_numpy(value)) for value in model.losses), 0.0)
    output = model(x)
    if isinstance(y, dict):
        return model.evaluate(x, y, verbose=0, return_dict=True)["loss"] - of_weights, of_weights
    off = ops.convert_to_numpy(output) - np.reshape(ops.convert_to_numpy(y), (len(x), -1))
    return float(np.mean(off**2)), of_weights
