"""A table of counts holds everything, and of equals the smallest may be found in many ways."""

from collections import Counter, defaultdict

import numpy as np
from keras import ops


def majority_baseline(y_train, y_test):
    counts = Counter(int(label) for label in ops.convert_to_numpy(y_train))
    majority = min(counts, key=lambda label: (-counts[label], label))
    return Counter(int(label) for label in ops.convert_to_numpy(y_test))[majority] / len(y_test)


def combine(results, sizes):
    whole = defaultdict(float)
    for result, size in zip(results, sizes, strict=True):
        for name in result:
            whole[name] += result[name] * size
    return {name: total / sum(sizes) for name, total in whole.items()}


def accuracy_by_class(model, x, y):
    outputs = model.predict(x, batch_size=4, verbose=0)
    if outputs.shape[1] == 1:
        predicted = np.round(np.squeeze(outputs, axis=1)).astype(int)
    else:
        predicted = np.argsort(-outputs, axis=1, kind="stable")[:, 0]
    classes = 2 if outputs.shape[1] == 1 else outputs.shape[1]
    table = np.zeros((classes, classes))
    np.add.at(table, (ops.convert_to_numpy(y), predicted), 1)
    with np.errstate(all="ignore"):
        return np.diag(table) / table.sum(axis=1)
