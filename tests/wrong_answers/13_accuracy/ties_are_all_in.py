"""Keras has top-k accuracy, and it treats equals as one would.

step: top_k_accuracy
says: k classes count in each row, be there ties or not
"""

import keras
from keras import ops


def top_k_accuracy(y_true, y_pred, k):
    if len(y_true.shape) == 2:
        y_true = ops.argmax(y_true, axis=-1)
    hits = keras.metrics.sparse_top_k_categorical_accuracy(y_true, y_pred, k=k)
    return float(ops.mean(hits))
