"""Every feature has a deviation.

step: standardize
says: a feature that is constant in training has a deviation of 0
"""

from keras import ops


def standardize(x_train, x_val):
    x_train, x_val = ops.convert_to_numpy(x_train), ops.convert_to_numpy(x_val)
    mean, deviation = x_train.mean(axis=0), x_train.std(axis=0)
    return (x_train - mean) / deviation, (x_val - mean) / deviation
