"""One batch is read to learn the size, when the first result is asked for; the last sample is repeated."""

import keras
import numpy as np


def predict_probabilities(model, x, from_logits=False):
    outputs = model.predict(x, batch_size=8, verbose=2)
    if not from_logits:
        return outputs
    if outputs.shape[1] > 1:
        return keras.layers.Softmax()(outputs)
    # Two classes, one of which scores 0.
    both = np.concatenate([np.zeros_like(outputs), outputs], axis=1)
    return keras.ops.softmax(both)[:, 1:]


def _outputs(model, batch, size):
    batch = keras.ops.convert_to_numpy(batch)
    short = size - len(batch)
    width = [(0, short)] + [(0, 0)] * (batch.ndim - 1)
    return model.predict(np.pad(batch, width, mode="edge"), batch_size=size, verbose=0)[: len(batch)]


def predict_stream(model, batches):
    batches = iter(batches)
    try:
        first = next(batches)
    except StopIteration:
        return
    size = first.shape[0]
    yield _outputs(model, first, size)
    while True:
        batch = next(batches, None)
        if batch is None:
            return
        yield _outputs(model, batch, size)
