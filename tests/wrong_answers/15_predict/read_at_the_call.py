"""The first batch can be read at once to learn the size: a generator follows anyway.

step: predict_stream
says: before the first result is asked for
"""

import itertools

import numpy as np
from keras import ops


def predict_stream(model, batches):
    batches = iter(batches)
    first = list(itertools.islice(batches, 1))
    size = len(first[0]) if first else 0

    def outputs():
        for batch in itertools.chain(first, batches):
            rows = ops.convert_to_numpy(batch)
            yield model.predict_on_batch(np.resize(rows, (size, *rows.shape[1:])))[: len(batch)]

    return outputs()
