"""A class is said where its probability is above 0.5.

step: accuracy_by_class
says: however small: above 0.5 is for a sigmoid
"""

import numpy as np
from keras import ops


def accuracy_by_class(model, x, y):
    outputs, y = model.predict(x, verbose=0), ops.convert_to_numpy(y)

    both = outputs if outputs.shape[1] > 1 else np.concatenate([1 - outputs, outputs], axis=1)
    said = both > 0.5
    return np.array(
        [said[y == label, label].mean() if (y == label).any() else np.nan for label in range(both.shape[1])]
    )
