"""Each step leans on the one before, and the stream is an object that follows the protocol of iterators."""

import numpy as np
from keras import ops


def predict_classes(model, x):
    probabilities = ops.convert_to_numpy(model.predict(x, verbose=0))
    if probabilities.shape[-1] == 1:
        return np.where(probabilities > 0.5, 1, 0).reshape(-1)
    return np.argsort(-probabilities, axis=-1, kind="stable")[..., 0]


def predict_one(model, sample):
    x = ops.reshape(sample, (1, *sample.shape))
    label = predict_classes(model, x)[0].item()
    output = model.predict(x, verbose=0)
    return label, (output[0, label] if output.shape[1] > 1 else [1 - output[0, 0], output[0, 0]][label]).item()


def top_k(model, x, k):
    probabilities = model.predict(x, verbose=0)
    classes = [np.argmax(probabilities, axis=-1)]
    left = probabilities.copy()
    while len(classes) < k:
        left[np.arange(len(left)), classes[-1]] = -1
        classes.append(np.argmax(left, axis=-1))
    classes = np.stack(classes, axis=-1)
    return classes, np.stack([probabilities[row, best] for row, best in enumerate(classes)])


class _Stream:
    def __init__(self, model, batches):
        self.model, self.batches, self.rows = model, iter(batches), None

    def __iter__(self):
        return self

    def __next__(self):
        batch = ops.convert_to_numpy(next(self.batches))
        if self.rows is None or len(batch) > len(self.rows):
            self.rows = np.zeros_like(batch)
        # What is left of the batch before is padding too.
        self.rows[: len(batch)] = batch
        return self.model.predict_on_batch(self.rows)[: len(batch)]


def predict_stream(model, batches):
    return _Stream(model, batches)
