"""Adding 1 at many places adds 1 for each of them.

step: confusion_matrix
says: a pair that occurs again counts again
"""

import numpy as np
from keras import ops


def confusion_matrix(y_true, y_pred, n_classes):
    counts = np.zeros((n_classes, n_classes), "int64")
    counts[ops.convert_to_numpy(y_true), ops.convert_to_numpy(y_pred)] += 1
    return counts
