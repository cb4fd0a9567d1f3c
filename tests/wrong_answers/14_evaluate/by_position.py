"""All dicts list their names in one order.

step: combine
says: go by name: the dicts may list
"""

import numpy as np


def combine(results, sizes):
    table = np.array([list(result.values()) for result in results])
    return dict(zip(results[0], np.average(table, axis=0, weights=sizes).tolist(), strict=True))
