"""There are as many classes as different labels.

step: one_hot
says: not how many different ones there are
"""

import numpy as np
from keras import ops


def one_hot(labels, n_classes=None):
    labels = ops.convert_to_numpy(labels)
    classes = np.arange(n_classes or len(set(labels.tolist())))
    return (labels[:, None] == classes).astype("float32")
