"""Lists of ints are indices, a pair may be a list, and Python has chance of its own."""

import math
import random

import numpy as np
from keras import ops


def best_epoch(history):
    losses = history.history["val_loss"]
    return losses.index(min(losses))


def hold_out(x, y, fraction, seed=0):
    x, y = np.array(ops.convert_to_numpy(x)), np.array(ops.convert_to_numpy(y))
    chance = random.Random(seed)
    classes = {}
    for place, label in enumerate(y.tolist()):
        classes.setdefault(label, []).append(place)
    val = []
    for members in classes.values():
        val += chance.sample(members, math.ceil(fraction * len(members)))
    chance.shuffle(val)
    train = sorted(set(range(len(y))) - set(val))
    chance.shuffle(train)
    return [[x[train], y[train]], [x[val], y[val]]]


def k_fold(n_samples, n_folds, seed=0):
    order = list(range(n_samples))
    random.Random(seed).shuffle(order)
    # Dealt out like cards.
    folds = [order[fold::n_folds] for fold in range(n_folds)]
    return [[[place for place in order if place not in val], val] for val in folds]
