"""To know that a batch is the last one must look whether another follows.

step: predict_stream
says: to look ahead is to wait
"""

import numpy as np
from keras import ops


def predict_stream(model, batches):
    batches = iter(batches)
    batch = next(batches, None)
    size = len(batch) if batch is not None else 0
    while batch is not None:
        following = next(batches, None)
        rows = ops.convert_to_numpy(batch)
        if following is None:
            rows = np.resize(rows, (size, *rows.shape[1:]))
        yield model.predict_on_batch(rows)[: len(batch)]
        batch = following
