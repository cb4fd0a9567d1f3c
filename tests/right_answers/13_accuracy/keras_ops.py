"""Everything can be said in keras.ops, and counts may come back as a tensor of floats."""

import keras
from keras import ops


def categorical_accuracy(y_true, y_pred):
    predicted = ops.one_hot(ops.argmax(y_pred, axis=-1), y_pred.shape[-1])
    return float(ops.mean(ops.sum(ops.cast(y_true, "float32") * predicted, axis=-1)))


def sparse_categorical_accuracy(y_true, y_pred):
    predicted = ops.cast(ops.argmax(y_pred, -1), "int32")
    return float(ops.count_nonzero(predicted == ops.cast(y_true, "int32"))) / y_pred.shape[0]


def binary_accuracy(y_true, y_pred, threshold=0.5):
    y_pred = ops.squeeze(ops.convert_to_tensor(y_pred))
    y_true = ops.squeeze(ops.cast(y_true, "float32"))
    yes = ops.where(y_pred > threshold, 1.0, 0.0)
    return float(ops.mean(ops.where(yes == y_true, 1.0, 0.0)))


def top_k_accuracy(y_true, y_pred, k):
    if len(y_true.shape) == 2:
        y_true = ops.argmax(y_true, axis=1)
    _, likeliest = ops.top_k(y_pred, k)
    found = ops.equal(ops.cast(likeliest, "int32"), ops.expand_dims(ops.cast(y_true, "int32"), 1))
    return float(ops.mean(ops.any(found, axis=1)))


def confusion_matrix(y_true, y_pred, n_classes):
    return ops.matmul(ops.transpose(ops.one_hot(y_true, n_classes)), ops.one_hot(y_pred, n_classes))


class BalancedAccuracy(keras.Metric):
    def __init__(self, n_classes, name="balanced_accuracy", **kwargs):
        super().__init__(name=name, **kwargs)
        self.n_classes = n_classes
        self.found = self.add_variable(shape=(n_classes,), initializer="zeros")
        self.missed = self.add_variable(shape=(n_classes,), initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true = ops.cast(y_true, "int32")
        hit = ops.cast(ops.cast(ops.argmax(y_pred, axis=-1), "int32") == y_true, "float32")
        self.found.assign_add(ops.segment_sum(hit, y_true, self.n_classes))
        self.missed.assign_add(ops.segment_sum(1 - hit, y_true, self.n_classes))

    def result(self):
        counts = self.found + self.missed
        seen = ops.cast(ops.greater(counts, 0), "float32")
        recalls = self.found / ops.where(counts > 0, counts, 1.0)
        return ops.sum(recalls * seen) / ops.maximum(ops.sum(seen), 1.0)
