"""Loops count as well; a metric may have one small metric for each class."""

import keras
from keras import ops


def _largest(row):
    return max(range(len(row)), key=row.__getitem__)


def _rows(y_pred):
    return ops.convert_to_numpy(y_pred).tolist()


def categorical_accuracy(y_true, y_pred):
    pairs = list(zip(_rows(y_true), _rows(y_pred), strict=True))
    return sum(row.index(max(row)) == scores.index(max(scores)) for row, scores in pairs) / len(pairs)


def sparse_categorical_accuracy(y_true, y_pred):
    hits = 0
    for label, row in zip(y_true, _rows(y_pred), strict=True):
        if int(label) == _largest(row):
            hits += 1
    return hits / len(y_true)


def binary_accuracy(y_true, y_pred, threshold=0.5):
    labels, scores = _rows(ops.reshape(y_true, (-1,))), _rows(ops.reshape(y_pred, (-1,)))
    right = [int(score > threshold) == label for label, score in zip(labels, scores, strict=True)]
    return sum(right) / len(right)


def top_k_accuracy(y_true, y_pred, k):
    hits = []
    for label, row in zip(_rows(y_true), _rows(y_pred), strict=True):
        best = sorted(range(len(row)), key=lambda column: -row[column])[:k]
        hits.append((_largest(label) if isinstance(label, list) else label) in best)
    return sum(hits) / len(hits)


def confusion_matrix(y_true, y_pred, n_classes):
    counts = ops.convert_to_numpy(ops.zeros((n_classes, n_classes), dtype="int32")).copy()
    for i, j in zip(y_true, y_pred, strict=True):
        counts[int(i)][int(j)] += 1
    return counts


class BalancedAccuracy(keras.metrics.Metric):
    def __init__(self, n_classes, name="balanced_accuracy"):
        super().__init__(name=name)
        self.recalls = [keras.metrics.Mean(name=f"recall_{index}") for index in range(n_classes)]

    def update_state(self, y_true, y_pred, sample_weight=None):
        hits = keras.metrics.sparse_categorical_accuracy(y_true, y_pred)
        for index, recall in enumerate(self.recalls):
            recall.update_state(hits, sample_weight=ops.cast(ops.equal(y_true, index), "float32"))

    def reset_state(self):
        for recall in self.recalls:
            recall.reset_state()

    def result(self):
        total = sum(recall.result() for recall in self.recalls)
        return total / ops.maximum(sum(ops.cast(recall.count > 0, "float32") for recall in self.recalls), 1.0)
