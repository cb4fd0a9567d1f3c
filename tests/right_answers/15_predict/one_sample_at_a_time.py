"""Slow and right: everything is asked of one sample after the other, so the layers see batches of one."""

import numpy as np
from keras import ops


def predict_one(model, sample):
    row = model.predict(ops.convert_to_numpy(sample)[np.newaxis], verbose=0).ravel().tolist()
    by_class = row if len(row) > 1 else [1 - row[0], row[0]]
    likeliest = max(range(len(by_class)), key=by_class.__getitem__)
    return likeliest, by_class[likeliest]


def predict_classes(model, x):
    return np.array([predict_one(model, sample)[0] for sample in x])


def top_k(model, x, k):
    classes, probabilities = [], []
    for place in range(len(x)):
        row = model.predict(x[place : place + 1], verbose=0)[0]
        best = sorted(enumerate(row.tolist()), key=lambda pair: pair[1], reverse=True)[:k]
        classes.append([label for label, _ in best])
        probabilities.append([probability for _, probability in best])
    return classes, probabilities


def predict_stream(model, batches):
    for batch in batches:
        yield np.concatenate([model.predict_on_batch(batch[i : i + 1]) for i in range(len(batch))])
