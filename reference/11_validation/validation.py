"""Validation: samples that never train tell how a model does on what it was not shown.

They measure while a model trains, choose the best epoch, and stay out of every statistic that training uses.
"""

import numpy as np
from keras import ops


def train_with_validation(model, x, y, batch_size, epochs, validation_data=None):
    """Train a compiled model and measure it on validation data after each epoch.

    Args:
        model: a compiled keras.Model; its weights change, learning from `x` and `y` alone.
        x: the training samples, `(n, ...)`.
        y: their targets, `(n, ...)`.
        batch_size: int, samples a weight update; the last batch of an epoch may be shorter.
        epochs: int, how often the model sees each training sample.
        validation_data: a tuple `(x_val, y_val)`, or None: then every sample trains and nothing is measured.

    Returns:
        The keras.callbacks.History: its `history["loss"]` holds a number an epoch, and so does `history["val_loss"]`
        where there is validation data, the loss that the weights at the end of that epoch have on it.
    """
    # stub: which argument of fit takes data that is measured and never learnt?
    return model.fit(x, y, batch_size=batch_size, epochs=epochs, validation_data=validation_data, verbose=0)


def best_epoch(history):
    """Return the epoch after which the model did best on the validation data.

    Args:
        history: a keras.callbacks.History of a training with validation data.

    Returns:
        An int, the zero-based epoch with the lowest validation loss; of several, the first.
    """
    # stub: under what name does fit note the loss on the validation data?
    # A loss that became NaN is no loss at all, so it must not count as the lowest.
    return int(np.nanargmin(history.history["val_loss"]))


def standardize(x_train, x_val):
    """Give every feature mean 0 and deviation 1, as the training samples know it.

    Args:
        x_train: float32 `(n_train, features)`, the training samples.
        x_val: float32 `(n_val, features)`, the validation samples. They add nothing to mean and deviation.

    Returns:
        A tuple `(scaled_train, scaled_val)` of the same shapes: `(x - mean) / deviation`, feature by feature. The
        deviation may be that of the population (divide by n) or of the sample (by n - 1). A feature that is
        constant in training has no deviation to divide by; what becomes of it is finite in both parts.
    """
    # stub: whose mean and deviation scale which part, over which axis, and what if a deviation is 0?
    x_train, x_val = ops.convert_to_numpy(x_train), ops.convert_to_numpy(x_val)
    mean, deviation = x_train.mean(axis=0), x_train.std(axis=0)
    # Rounding may leave a constant feature a deviation above 0, but never a range.
    deviation = np.where(np.ptp(x_train, axis=0) > 0, deviation, 1)
    # The validation samples stand for what the model will meet later, whose mean nobody knows yet.
    return (x_train - mean) / deviation, (x_val - mean) / deviation


def hold_out(x, y, fraction, seed=0):
    """Split samples at random into a part that trains and a part that validates, alike in their classes.

    Args:
        x: the samples, `(n, ...)` of any rank. It is left as it is, and so is `y`.
        y: int `(n,)`, their labels, in any order; not every number needs to occur.
        fraction: float between 0 and 1, the share of each class that validates, rounded up or down to whole samples.
        seed: int; the same one gives the same split in the same order, another one holds out other samples.

    Returns:
        `((x_train, y_train), (x_val, y_val))`: every sample is in just one part, with its label, and both parts are
        in random order.
    """
    # stub: what must be drawn class by class, and what for all classes together?
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    order = np.random.default_rng(seed).permutation(len(y))
    validates = np.zeros(len(y), dtype=bool)
    for label in np.unique(y):
        members = order[y[order] == label]
        validates[members[: round(fraction * len(members))]] = True
    # Picked out of one order, so neither part comes class after class and x and y stay together.
    train, val = order[~validates[order]], order[validates[order]]
    return (x[train], y[train]), (x[val], y[val])


def k_fold(n_samples, n_folds, seed=0):
    """Share out samples among folds, each of which validates once while the others train.

    Args:
        n_samples: int, how many samples there are.
        n_folds: int from 2 to `n_samples`.
        seed: int, what the random order is drawn from; the same one gives the same folds.

    Returns:
        An iterable of `n_folds` pairs `(train_indices, val_indices)`, ints from 0 to `n_samples - 1`. Every sample
        validates in just one pair and trains in all others; the sizes of two folds differ by one at most.

    Source: Stone 1974, Cross-Validatory Choice and Assessment of Statistical Predictions.
    """
    # stub: draw one order for all folds: where is it cut if n_samples is not a multiple of n_folds?
    order = np.random.default_rng(seed).permutation(n_samples)
    for val in np.array_split(order, n_folds):
        yield order[~np.isin(order, val)], val
