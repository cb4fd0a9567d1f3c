"""The value of a whole is the mean of the values of its parts.

step: BalancedAccuracy
says: that is the mean over the batches
"""

import keras
from keras import ops


class BalancedAccuracy(keras.metrics.Metric):
    def __init__(self, n_classes, name="balanced_accuracy"):
        super().__init__(name=name)
        self.n_classes = n_classes
        self.total = self.add_variable((), "zeros")
        self.batches = self.add_variable((), "zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        truth = ops.one_hot(y_true, self.n_classes)
        predicted = ops.one_hot(ops.argmax(y_pred, axis=-1), self.n_classes)
        counts = ops.sum(truth, axis=0)
        recalls = ops.divide_no_nan(ops.sum(truth * predicted, axis=0), counts)
        self.total.assign_add(ops.sum(recalls) / ops.sum(ops.cast(counts > 0, "float32")))
        self.batches.assign_add(1.0)

    def result(self):
        return ops.divide_no_nan(self.total, self.batches)
