"""The weight of a class is its share of the samples.

step: class_weights
says: a rare one needs a large weight
"""

import numpy as np
from keras import ops


def class_weights(labels):
    labels = ops.convert_to_numpy(labels)
    return {int(label): float(np.mean(labels == label)) for label in set(labels.tolist())}
