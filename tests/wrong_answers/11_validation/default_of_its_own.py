"""Whoever gives no seed wants no particular one, so any will do.

step: k_fold
says: a call without a seed and one with seed=0 give other folds
"""

import numpy as np


def k_fold(n_samples, n_folds, seed=42):
    parts = np.array_split(np.random.default_rng(seed).permutation(n_samples), n_folds)
    for number, part in enumerate(parts):
        yield np.concatenate([*parts[:number], *parts[number + 1 :]]), part
