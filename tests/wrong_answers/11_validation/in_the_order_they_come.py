"""Folds are slices of the data.

step: k_fold
says: cut a random order into folds
"""

import numpy as np


def k_fold(n_samples, n_folds, seed=0):
    places = np.arange(n_samples)
    return [(np.setdiff1d(places, val), val) for val in np.array_split(places, n_folds)]
