"""Keras may give its list, and names, sorting and loops may be written by hand."""

import keras
import numpy as np


def evaluate(model, x, y, batch_size=32):
    values = model.evaluate(x, y, batch_size, 0)
    if isinstance(values, float):
        return {"loss": values}
    names = [metric.name for group in model.metrics[1:] for metric in group.metrics]
    return {"loss": values[0]} | {name: float(value) for name, value in zip(names, values[1:], strict=True)}


def pick_best(models, x, y):
    losses = []
    for name, model in models.items():
        result = model.evaluate(x, y, verbose=0)
        losses.append((result[0] if isinstance(result, list) else result, name))
    return sorted(losses)[0][1]


def majority_baseline(y_train, y_test):
    labels = keras.ops.convert_to_numpy(y_train).tolist()
    majority = max(sorted(set(labels)), key=labels.count)
    hits = [label == majority for label in keras.ops.convert_to_numpy(y_test).tolist()]
    return sum(hits) / len(hits)


def combine(results, sizes):
    whole = {}
    for name in results[0]:
        whole[name] = 0.0
        for i in range(len(results)):
            whole[name] += results[i][name] * sizes[i] / sum(sizes)
    return whole


def accuracy_by_class(model, x, y):
    p = model.predict(x)
    y = np.array(keras.ops.convert_to_numpy(y))
    if p.shape[1] == 1:
        p = np.hstack([1 - p, p])
        predicted = [int(row[1] > 0.5) for row in p]
    else:
        predicted = [int(np.argmax(row)) for row in p]
    recalls = []
    for c in range(p.shape[1]):
        total = sum(label == c for label in y)
        found = sum(label == c and guess == c for label, guess in zip(y, predicted, strict=True))
        recalls.append(found / total if total else float("nan"))
    return np.array(recalls)
