"""The first class is class 1.

step: one_hot
says: in the column of its class, counted from 0
"""

from keras import ops


def one_hot(labels, n_classes=None):
    labels = ops.cast(labels, "int32")
    n_classes = n_classes or int(ops.max(labels)) + 1
    return ops.one_hot((labels - 1) % n_classes, n_classes)
