"""Everything may be done with Keras's own operations, and tensors may be given back."""

from itertools import pairwise

import keras
from keras import ops


def best_epoch(history):
    return ops.argmin(ops.array(history.history["val_loss"]))


def standardize(x_train, x_val):
    x_train, x_val = ops.convert_to_tensor(x_train), ops.convert_to_tensor(x_val)
    mean, variance = ops.moments(x_train, axes=0)
    deviation = ops.sqrt(variance)
    safe = ops.where(deviation > 1e-6, deviation, ops.ones_like(deviation))
    return ops.divide(x_train - mean, safe), ops.divide(x_val - mean, safe)


def hold_out(x, y, fraction, seed=0):
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    seeds = keras.random.SeedGenerator(seed)
    train, val = [], []
    for label in sorted(set(ops.convert_to_numpy(y).tolist())):
        (members,) = ops.nonzero(ops.equal(y, label))
        members = keras.random.shuffle(members, seed=seeds)
        n_val = int(fraction * len(members))
        val.append(members[:n_val])
        train.append(members[n_val:])
    train, val = (keras.random.shuffle(ops.concatenate(part), seed=seeds) for part in (train, val))
    return (ops.take(x, train, axis=0), ops.take(y, train)), (ops.take(x, val, axis=0), ops.take(y, val))


def k_fold(n_samples, n_folds, seed=0):
    order = keras.random.shuffle(ops.arange(n_samples), seed=seed)
    cuts = [n_samples * fold // n_folds for fold in range(n_folds + 1)]
    for start, stop in pairwise(cuts):
        yield ops.concatenate([order[:start], order[stop:]]), order[start:stop]
