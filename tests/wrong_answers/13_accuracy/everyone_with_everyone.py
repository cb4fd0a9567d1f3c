"""Labels and scores of the same samples can be compared as they are.

step: binary_accuracy
says: (n,) and (n, 1) compare every sample with every other one
"""

from keras import ops


def binary_accuracy(y_true, y_pred, threshold=0.5):
    yes = ops.cast(ops.convert_to_tensor(y_pred) > threshold, "int32")
    return float(ops.mean(ops.cast(ops.equal(ops.cast(y_true, "int32"), yes), "float32")))
