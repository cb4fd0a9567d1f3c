"""Look for the lowest loss and add the patience.

step: stopping_epoch
says: training is over before the lowest loss of all
"""

import numpy as np


def stopping_epoch(val_losses, patience, min_delta=0.0):
    best, lowest = 0, float("inf")
    for epoch, loss in enumerate(val_losses):
        if loss < lowest - min_delta:
            best, lowest = epoch, loss
    last = best + max(patience, 1)
    return int(last) if last < np.size(val_losses) else None
