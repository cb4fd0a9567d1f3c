"""The layers see four rows at a time, whatever the batches are; the best are cut out before they are put in order."""

import numpy as np
from keras import ops


def predict_classes(model, x):
    outputs = model.predict(x, batch_size=3, verbose=0)
    return (outputs[:, 0] > 0.5) * 1 if outputs.shape[1] == 1 else np.argmax(outputs, -1).astype("int8")


def top_k(model, x, k):
    outputs = model.predict(x, verbose=0)
    some = np.argpartition(outputs, outputs.shape[1] - k, axis=1)[:, -k:]
    their = np.take_along_axis(outputs, some, axis=1)
    order = np.argsort(their, axis=1)[:, ::-1]
    return np.take_along_axis(some, order, axis=1), np.take_along_axis(their, order, axis=1)


def predict_stream(model, batches):
    def fours(batch):
        for start in range(0, len(batch), 4):
            part = batch[start : start + 4]
            yield model.predict(part[np.arange(4) % len(part)], verbose=0)[: len(part)]

    return (np.concatenate(list(fours(ops.convert_to_numpy(batch)))) for batch in batches)
