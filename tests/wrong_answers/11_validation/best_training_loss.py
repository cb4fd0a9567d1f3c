"""The best epoch is the one that fits the data best.

step: best_epoch
says: what counts is val_loss
"""

import numpy as np


def best_epoch(history):
    return int(np.argmin(history.history["loss"]))
