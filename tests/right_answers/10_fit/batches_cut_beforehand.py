"""The batches may be cut beforehand and stay tensors, and an epoch's list may be kept until the epoch ends."""

import keras
import numpy as np
from keras import ops


def n_updates(n_samples, batch_size, epochs):
    whole, rest = divmod(n_samples, batch_size)
    return epochs * (whole + bool(rest))


class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
        starts = range(0, int(x.shape[0]), batch_size)
        self.batches = [(x[start : start + batch_size], y[start : start + batch_size]) for start in starts]

    @property
    def num_batches(self):
        return len(self.batches)

    def __getitem__(self, index):
        return self.batches[index]


def class_weights(labels):
    counts = np.bincount(ops.convert_to_numpy(labels))
    occurring = np.flatnonzero(counts)
    return {label: counts.sum() / occurring.size / counts[label] for label in occurring}


def train_balanced(model, x, y, batch_size, epochs):
    y = ops.convert_to_numpy(y)
    weights = class_weights(y)
    each = np.vectorize(weights.get)(y).reshape(-1, 1)
    order = np.random.permutation(len(y))
    x = ops.convert_to_numpy(x)[order]
    return model.fit(x, y[order], batch_size=batch_size, epochs=epochs, sample_weight=each[order], verbose=0)


class LossLog(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.losses, self.current = [], []

    def on_batch_end(self, batch, logs=None):
        self.current.append(logs["loss"])

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(self.current)
        self.current = []
