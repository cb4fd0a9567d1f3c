"""The loss of all samples is the mean of the losses of the batches.

step: split_loss
says: each counts alike
"""

import numpy as np
from keras import ops


def split_loss(model, x, y):
    of_weights = sum((float(ops.convert_to_numpy(value)) for value in model.losses), 0.0)
    if isinstance(y, dict):
        return model.evaluate(x, y, verbose=0, return_dict=True)["loss"] - of_weights, of_weights
    starts = range(0, len(x), 32)
    losses = [model.test_on_batch(x[i : i + 32], y[i : i + 32], return_dict=True)["loss"] for i in starts]
    return float(np.mean(losses)) - of_weights, of_weights
