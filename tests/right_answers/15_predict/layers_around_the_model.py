"""A new model that goes on where the given one ends, and leaves it alone; the stream is a map."""

import keras
import numpy as np
from keras import layers, ops


def predict_probabilities(model, x, from_logits=False):
    if not from_logits:
        return model.predict(x)
    units = model(x[:1]).shape[-1]
    head = layers.Softmax() if units > 1 else layers.Activation("sigmoid")
    return keras.Sequential([model, head]).predict(x, verbose=0)


def predict_classes(model, x):
    outputs = model.predict_on_batch(ops.convert_to_tensor(x))
    if np.shape(outputs)[1] == 1:
        return np.round(outputs)[:, 0].astype("uint8")  # to even: 0.5 becomes 0
    return outputs.argmax(axis=1)


def predict_one(model, sample):
    row = model.predict(ops.expand_dims(sample, 0), verbose=0)[0]
    if row.size > 1:
        return int(np.argmax(row)), float(np.max(row))
    return [int(row[0] > 0.5), max(row.item(), 1 - row.item())]


def top_k(model, x, k):
    return [ops.convert_to_numpy(part) for part in reversed(ops.top_k(model.predict(x, verbose=0), k=k))]


class _ToOneSize:
    def __init__(self, model):
        self.model = model
        self.size = None

    def __call__(self, batch):
        count = len(batch)
        self.size = self.size or count
        batch = ops.pad(batch, [(0, self.size - count)] + [(0, 0)] * (len(batch.shape) - 1))
        return self.model.predict_on_batch(batch)[:count]


def predict_stream(model, batches):
    return map(_ToOneSize(model), batches)
