"""The mean of an array is one number.

step: standardize
says: one mean and one deviation for all features
"""

import numpy as np
from keras import ops


def standardize(x_train, x_val):
    x_train, x_val = ops.convert_to_numpy(x_train), ops.convert_to_numpy(x_val)
    mean, deviation = np.mean(x_train), np.std(x_train)
    return (x_train - mean) / deviation, (x_val - mean) / deviation
