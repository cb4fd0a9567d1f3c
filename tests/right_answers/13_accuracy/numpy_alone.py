"""NumPy reads arrays and tensors; a metric may keep the whole confusion matrix."""

import keras
import numpy as np
from keras import ops


def categorical_accuracy(y_true, y_pred):
    hits = np.asarray(y_true)[np.arange(len(y_true)), np.argmax(np.asarray(y_pred), axis=1)]
    return hits.mean()


def sparse_categorical_accuracy(y_true, y_pred):
    return np.mean(np.asarray(y_pred).argmax(1) == np.asarray(y_true))


def binary_accuracy(y_true, y_pred, threshold=0.5):
    return float(1 - np.abs((np.ravel(y_pred) > threshold).astype(int) - np.ravel(y_true)).mean())


def top_k_accuracy(y_true, y_pred, k):
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    if y_true.ndim > 1:
        y_true = np.argmax(y_true, axis=1)
    own = y_pred[np.arange(len(y_true)), y_true][:, None]
    before = np.arange(y_pred.shape[1]) < y_true[:, None]
    rank = np.sum((y_pred > own) | ((y_pred == own) & before), axis=1)
    return np.float32((rank < k).mean())


def confusion_matrix(y_true, y_pred, n_classes):
    pairs = n_classes * np.asarray(y_true) + np.asarray(y_pred)
    return np.bincount(pairs, minlength=n_classes**2).reshape(n_classes, n_classes)


class BalancedAccuracy(keras.metrics.Metric):
    def __init__(self, n_classes, name="balanced_accuracy", dtype=None):
        super().__init__(dtype, name)
        self.n = n_classes
        self.confusion = self.add_weight(shape=(n_classes, n_classes), initializer="zeros", dtype="int32")

    def update_state(self, y_true, y_pred, **others):
        rows = ops.one_hot(ops.cast(y_true, "int32"), self.n, dtype="int32")
        columns = ops.one_hot(ops.argmax(y_pred, axis=1), self.n, dtype="int32")
        self.confusion.assign(self.confusion + ops.sum(rows[:, :, None] * columns[:, None, :], axis=0))

    def result(self):
        confusion = ops.cast(self.confusion, "float32")
        counts = ops.sum(confusion, axis=1)
        recalls = ops.diagonal(confusion) / ops.maximum(counts, 1.0)
        return ops.sum(recalls) / ops.maximum(ops.sum(ops.cast(counts > 0, "float32")), 1.0)
