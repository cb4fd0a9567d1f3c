"""Whoever gives no seed wants another split each time.

step: hold_out
says: a call without a seed and one with seed=0 give another
"""

import numpy as np
from keras import ops


def hold_out(x, y, fraction, seed=None):
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    order, validates = np.random.default_rng(seed).permutation(len(y)), np.zeros(len(y), bool)
    for label in np.unique(y):
        members = order[y[order] == label]
        validates[members[: round(fraction * len(members))]] = True
    train, val = order[~validates[order]], order[validates[order]]
    return (x[train], y[train]), (x[val], y[val])
