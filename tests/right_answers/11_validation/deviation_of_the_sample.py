"""The deviation of the sample is as good; a tiny number keeps it off 0; NumPy has older chance, too."""

import numpy as np
from keras import ops


def standardize(x_train, x_val):
    x_train, x_val = (np.asarray(ops.convert_to_numpy(part), "float64") for part in (x_train, x_val))
    mean = np.mean(x_train, axis=0, keepdims=True)
    deviation = np.std(x_train, axis=0, ddof=1, keepdims=True) + 1e-8
    return [(x_train - mean) / deviation, (x_val - mean) / deviation]


def hold_out(x, y, fraction, seed=0):
    np.random.seed(seed)
    x, y = np.asarray(ops.convert_to_numpy(x)), np.asarray(ops.convert_to_numpy(y))
    order = np.random.permutation(len(y))
    x, y = x[order], y[order]
    # How many of its class stand before each sample, and how many validate up to there.
    before = np.array([(y[:place] == label).sum() for place, label in enumerate(y)])
    validates = np.floor((before + 1) * fraction) > np.floor(before * fraction)
    return (x[~validates], y[~validates]), (x[validates], y[validates])


def k_fold(n_samples, n_folds, seed=0):
    fold_of = np.random.RandomState(seed).permutation(np.arange(n_samples) % n_folds)
    return ((np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)) for fold in range(n_folds))
