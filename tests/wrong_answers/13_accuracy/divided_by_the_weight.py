"""A weight is what a sample is divided by, so that heavy ones do not prevail.

step: BalancedAccuracy
says: a sample counts as much as its weight says
"""

import keras
from keras import ops


class BalancedAccuracy(keras.metrics.Metric):
    def __init__(self, n_classes, name="balanced_accuracy", **kwargs):
        super().__init__(name=name, **kwargs)
        self.n_classes = n_classes
        self.hits = self.add_variable((n_classes,), "zeros")
        self.counts = self.add_variable((n_classes,), "zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        truth = ops.one_hot(y_true, self.n_classes)
        if sample_weight is not None:
            truth = truth / ops.expand_dims(sample_weight, 1)
        predicted = ops.one_hot(ops.argmax(y_pred, axis=-1), self.n_classes)
        self.hits.assign_add(ops.sum(truth * predicted, axis=0))
        self.counts.assign_add(ops.sum(truth, axis=0))

    def result(self):
        recalls = ops.divide_no_nan(self.hits, self.counts)
        return ops.divide_no_nan(ops.sum(recalls), ops.sum(ops.cast(self.counts > 0, "float32")))
