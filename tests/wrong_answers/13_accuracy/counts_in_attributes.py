"""What an object must remember goes into its attributes.

step: BalancedAccuracy
says: all counts belong in variables, made by add_variable
"""

import keras
from keras import ops


class BalancedAccuracy(keras.metrics.Metric):
    def __init__(self, n_classes, name="balanced_accuracy"):
        super().__init__(name=name)
        self.n_classes = n_classes
        self.reset_state()

    def reset_state(self):
        self.hits = ops.zeros((self.n_classes,))
        self.counts = ops.zeros((self.n_classes,))

    def update_state(self, y_true, y_pred, sample_weight=None):
        truth = ops.one_hot(y_true, self.n_classes)
        predicted = ops.one_hot(ops.argmax(y_pred, axis=-1), self.n_classes)
        self.hits = self.hits + ops.sum(truth * predicted, axis=0)
        self.counts = self.counts + ops.sum(truth, axis=0)

    def result(self):
        recalls = ops.divide_no_nan(self.hits, self.counts)
        return ops.divide_no_nan(ops.sum(recalls), ops.sum(ops.cast(self.counts > 0, "float32")))
