"""Labels count the classes from 0 without a gap.

step: hold_out
says: samples are in neither part
"""

import numpy as np
from keras import ops


def hold_out(x, y, fraction, seed=0):
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    generator, train, val = np.random.default_rng(seed), [], []
    for label in range(len(np.unique(y))):
        members = generator.permutation(np.flatnonzero(y == label))
        n_val = round(fraction * len(members))
        val, train = [*val, *members[:n_val]], [*train, *members[n_val:]]
    train, val = (generator.permutation(np.array(part, int)) for part in (train, val))
    return (x[train], y[train]), (x[val], y[val])
