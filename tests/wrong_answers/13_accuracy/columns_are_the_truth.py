"""What was predicted comes first, then what it turned out to be.

step: confusion_matrix
says: it is transposed
"""

import numpy as np
from keras import ops


def confusion_matrix(y_true, y_pred, n_classes):
    counts = np.zeros((n_classes, n_classes), "int64")
    np.add.at(counts, (ops.convert_to_numpy(y_pred), ops.convert_to_numpy(y_true)), 1)
    return counts
