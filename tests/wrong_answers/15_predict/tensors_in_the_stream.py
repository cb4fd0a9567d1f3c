"""A tensor is an array.

step: predict_stream
says: expected a NumPy array
"""

from keras import ops


def predict_stream(model, batches):
    size = None
    for batch in batches:
        size = size or len(batch)
        rows = [min(row, len(batch) - 1) for row in range(size)]
        yield model(ops.take(batch, rows, axis=0), training=False)[: len(batch)]
