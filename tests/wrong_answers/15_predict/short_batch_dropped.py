"""A batch that is not full is waste.

step: predict_stream
says: one array a batch, also for the short one
"""


def predict_stream(model, batches):
    size = None
    for batch in batches:
        size = size or len(batch)
        if len(batch) == size:
            yield model.predict_on_batch(batch)
