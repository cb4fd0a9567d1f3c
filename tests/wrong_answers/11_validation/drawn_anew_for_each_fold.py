"""Each fold is a hold-out of its own.

step: k_fold
says: validates
"""

import numpy as np


def k_fold(n_samples, n_folds, seed=0):
    for fold in range(n_folds):
        order = np.random.default_rng(seed + fold).permutation(n_samples)
        n_val = n_samples // n_folds + (fold < n_samples % n_folds)
        yield order[n_val:], order[:n_val]
