"""A short batch is filled up with what it holds, each sample as often as there are rows missing.

step: predict_stream
says: pad a short batch to the size of those before it, no further
"""

import numpy as np
from keras import ops


def predict_stream(model, batches):
    size = None
    for batch in batches:
        batch = ops.convert_to_numpy(batch)
        size = size or len(batch)
        padding = np.repeat(batch, size - len(batch), axis=0)
        yield model.predict(np.concatenate([batch, padding]), batch_size=size, verbose=0)[: len(batch)]
