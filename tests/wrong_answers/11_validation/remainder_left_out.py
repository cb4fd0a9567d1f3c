"""What is left over when dividing is too little to matter.

step: k_fold
says: never validates
"""

import numpy as np


def k_fold(n_samples, n_folds, seed=0):
    order, size = np.random.default_rng(seed).permutation(n_samples), n_samples // n_folds
    for start in range(0, size * n_folds, size):
        yield np.delete(order, slice(start, start + size)), order[start : start + size]
