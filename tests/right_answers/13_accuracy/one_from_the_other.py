"""One accuracy may be had from another, or all of them from the confusion matrix."""

import keras
import numpy as np
from keras import ops


def confusion_matrix(y_true, y_pred, n_classes):
    y_true, y_pred = ops.convert_to_numpy(y_true), ops.convert_to_numpy(y_pred)
    classes = range(n_classes)
    return np.array([[np.sum((y_true == i) & (y_pred == j)) for j in classes] for i in classes])


def sparse_categorical_accuracy(y_true, y_pred):
    counts = confusion_matrix(y_true, ops.argmax(y_pred, axis=-1), y_pred.shape[-1])
    return np.trace(counts) / np.sum(counts)


def top_k_accuracy(y_true, y_pred, k):
    scores = np.array(ops.convert_to_numpy(y_pred), "float64")
    labels = ops.convert_to_numpy(y_true)
    labels = np.nonzero(labels)[1] if labels.ndim == 2 else labels
    hits = 0
    for _ in range(k):
        likeliest = scores.argmax(axis=1)
        hits += np.sum(likeliest == labels)
        scores[np.arange(len(scores)), likeliest] = -np.inf
    return float(hits / len(labels))


def categorical_accuracy(y_true, y_pred):
    return top_k_accuracy(y_true, y_pred, 1)


def binary_accuracy(y_true, y_pred, threshold=0.5):
    scores = ops.convert_to_numpy(y_pred).reshape(-1, 1)
    # The threshold comes first: a score that equals it does not win.
    return sparse_categorical_accuracy(
        ops.convert_to_numpy(y_true).flatten().astype("int64"), np.hstack([np.full_like(scores, threshold), scores])
    )


class BalancedAccuracy(keras.metrics.Metric):
    def __init__(self, n_classes, name="balanced_accuracy", **kwargs):
        self.n_classes = n_classes
        super().__init__(name=name, **kwargs)
        self._pairs = self.add_variable((n_classes * n_classes,), keras.initializers.Zeros(), dtype="int32")

    def update_state(self, y_true, y_pred, sample_weight=None):
        places = self.n_classes * ops.cast(ops.reshape(y_true, [-1]), "int32") + ops.cast(
            ops.argmax(y_pred, 1), "int32"
        )
        self._pairs.assign_add(ops.sum(ops.one_hot(places, self.n_classes**2, dtype="int32"), axis=0))

    def reset_state(self):
        self._pairs.assign(ops.zeros((self.n_classes**2,), dtype="int32"))

    def result(self):
        counts = ops.reshape(ops.cast(self._pairs, "float32"), (self.n_classes, self.n_classes))
        shares = counts / (ops.sum(counts, axis=1, keepdims=True) + 1e-9)
        seen = ops.sum(ops.sign(ops.sum(counts, axis=1)))
        return ops.trace(shares) / (seen + 1e-9)
