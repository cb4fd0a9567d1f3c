"""A threshold is reached by what equals it.

step: binary_accuracy
says: a yes is a score above the threshold
"""

import numpy as np
from keras import ops


def binary_accuracy(y_true, y_pred, threshold=0.5):
    yes = np.ravel(ops.convert_to_numpy(y_pred)) >= threshold
    return float(np.mean(yes == np.ravel(ops.convert_to_numpy(y_true))))
