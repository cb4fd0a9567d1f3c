"""All samples train, one fold after the other validates.

step: k_fold
says: trains in the pair in which it validates
"""

import numpy as np


def k_fold(n_samples, n_folds, seed=0):
    order = np.random.default_rng(seed).permutation(n_samples)
    return [(order, val) for val in np.array_split(order, n_folds)]
