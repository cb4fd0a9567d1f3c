"""The batches run on from one epoch into the next.

step: n_updates
says: a batch never reaches into the next epoch
"""

import math


def n_updates(n_samples, batch_size, epochs):
    return math.ceil(n_samples * epochs / batch_size)
