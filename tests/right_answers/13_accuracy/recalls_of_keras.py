"""Recall of Keras takes a class and one-hot labels; a sort of tensors keeps the order of equals."""

import keras
from keras import ops


class BalancedAccuracy(keras.metrics.Metric):
    def __init__(self, n_classes, name="balanced_accuracy"):
        super().__init__(name=name)
        self.n_classes = n_classes
        self.recalls = [keras.metrics.Recall(class_id=index) for index in range(n_classes)]

    def update_state(self, y_true, y_pred, sample_weight=None):
        truth = ops.one_hot(ops.cast(y_true, "int32"), self.n_classes)
        predicted = ops.one_hot(ops.argmax(y_pred, axis=-1), self.n_classes)
        for recall in self.recalls:
            recall.update_state(truth, predicted)

    def result(self):
        values = ops.stack([recall.result() for recall in self.recalls])
        counts = ops.stack([ops.sum(recall.true_positives + recall.false_negatives) for recall in self.recalls])
        seen = ops.sum(ops.cast(counts > 0, "float32"))
        return ops.where(seen > 0, ops.sum(values) / ops.maximum(seen, 1.0), 0.0)


def binary_accuracy(y_true, y_pred, threshold=0.5):
    hits = keras.metrics.binary_accuracy(ops.ravel(y_true), ops.ravel(y_pred), threshold)
    return round(float(ops.sum(hits))) / len(hits)


def top_k_accuracy(y_true, y_pred, k):
    labels = y_true if len(y_true.shape) == 1 else ops.argmax(y_true, axis=-1)
    order = ops.argsort(ops.negative(ops.convert_to_tensor(y_pred)), axis=-1)
    in_place = ops.equal(order, ops.cast(ops.reshape(labels, (-1, 1)), order.dtype))
    return float(ops.mean(ops.argmax(ops.cast(in_place, "int32"), axis=-1) < k))
