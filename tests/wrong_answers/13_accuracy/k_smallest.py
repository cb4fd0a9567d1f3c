"""A sort puts what matters first.

step: top_k_accuracy
says: a sort puts the smallest first
"""

import numpy as np
from keras import ops


def top_k_accuracy(y_true, y_pred, k):
    labels = ops.convert_to_numpy(y_true)
    labels = labels.argmax(-1) if labels.ndim == 2 else labels
    likeliest = np.argsort(ops.convert_to_numpy(y_pred), axis=-1, kind="stable")[:, :k]
    return float(np.mean((likeliest == labels[:, None]).any(-1)))
