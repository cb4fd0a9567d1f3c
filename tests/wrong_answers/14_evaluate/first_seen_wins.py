"""Of equals the one seen first is the commonest.

step: majority_baseline
says: of equally common classes the smallest label wins
"""

from collections import Counter

from keras import ops


def majority_baseline(y_train, y_test):
    ((majority, _),) = Counter(ops.convert_to_numpy(y_train).tolist()).most_common(1)
    return float((ops.convert_to_numpy(y_test) == majority).mean())
