"""predict takes what it is given as one batch.

step: predict_stream
says: predict cuts what it is given into batches of 32
"""

import numpy as np
from keras import ops


def predict_stream(model, batches):
    size = None
    for batch in batches:
        batch = ops.convert_to_numpy(batch)
        size = size or len(batch)
        padding = np.repeat(batch[:1], size - len(batch), axis=0)
        yield model.predict(np.concatenate([batch, padding]), verbose=0)[: len(batch)]
