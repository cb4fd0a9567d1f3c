"""Labels that are integers are not one-hot.

step: top_k_accuracy
says: one-hot integers
"""

import numpy as np
from keras import ops


def top_k_accuracy(y_true, y_pred, k):
    labels, scores = ops.convert_to_numpy(y_true), ops.convert_to_numpy(y_pred)
    if np.issubdtype(labels.dtype, np.floating):
        labels = labels.argmax(axis=-1)
    labels = labels.reshape(len(scores), -1)[:, :1]
    best = np.argsort(-scores, axis=-1, kind="stable")[:, :k]
    return float((best == labels).any(axis=-1).mean())
