"""Keras's own metrics may do the counting, a metric that keeps a confusion matrix may be the base class."""

import keras
from keras import ops


def categorical_accuracy(y_true, y_pred):
    metric = keras.metrics.CategoricalAccuracy()
    metric.update_state(y_true, y_pred)
    return float(metric.result())


def sparse_categorical_accuracy(y_true, y_pred):
    return float(ops.mean(keras.metrics.sparse_categorical_accuracy(y_true, y_pred)))


def binary_accuracy(y_true, y_pred, threshold=0.5):
    metric = keras.metrics.BinaryAccuracy(threshold=threshold)
    metric.update_state(ops.reshape(y_true, (-1, 1)), ops.reshape(y_pred, (-1, 1)))
    return float(metric.result())


class BalancedAccuracy(keras.metrics.MeanIoU):
    def __init__(self, n_classes, name="balanced_accuracy"):
        super().__init__(num_classes=n_classes, name=name, sparse_y_pred=False)

    def result(self):
        counts = ops.sum(self.total_cm, axis=1)
        recalls = ops.divide_no_nan(ops.diagonal(self.total_cm), counts)
        return ops.divide_no_nan(ops.sum(recalls), ops.sum(ops.cast(counts > 0, recalls.dtype)))
