"""A random number for each sample sorts it into its part; at least one of each class may validate."""

import numpy as np
from keras import ops


def train_with_validation(model, x, y, batch_size, epochs, validation_data=None):
    model.fit(x, y, epochs=epochs, batch_size=batch_size, validation_data=validation_data, validation_batch_size=3)
    return model.history


def hold_out(x, y, fraction, seed=0):
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    luck = np.random.default_rng([seed, 7]).random(len(y))
    val = np.zeros(len(y), bool)
    for label in np.unique(y):
        ours = y == label
        n_val = max(1, int(fraction * ours.sum()))
        val |= ours & (luck <= np.sort(luck[ours])[n_val - 1])
    order = np.random.default_rng([seed, 8]).random(len(y)).argsort()
    train, val = order[~val[order]], order[val[order]]
    return (x.take(train, 0), y.take(train)), (x.take(val, 0), y.take(val))


def k_fold(n_samples, n_folds, seed=0):
    order = np.random.default_rng(seed).permutation(n_samples)
    size, rest = divmod(n_samples, n_folds)
    ends = np.cumsum([size + (fold < rest) for fold in range(n_folds)])
    val = np.split(order, ends[:-1])
    train = (np.concatenate(val[:fold] + val[fold + 1 :]) for fold in range(n_folds))
    return zip(train, val, strict=True)
