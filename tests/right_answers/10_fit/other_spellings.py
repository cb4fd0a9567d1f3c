"""Rounding up has many spellings, and indices may be shuffled between epochs."""

import math
from collections import Counter

import keras
import numpy as np
from keras import ops


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    options = {"batch_size": batch_size, "epochs": epochs, "shuffle": shuffle, "verbose": verbose}
    model.fit(x=x, y=y, **options)
    return model.history


def n_updates(n_samples, batch_size, epochs):
    return math.ceil(n_samples / batch_size) * epochs


class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
        self.batch_size = batch_size
        self.order = np.arange(len(self.x))
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        low = index * self.batch_size
        rows = self.order[low : min(low + self.batch_size, len(self.order))]
        return self.x[rows], self.y[rows]

    def on_epoch_end(self):
        np.random.default_rng().shuffle(self.order)


def class_weights(labels):
    counts = Counter(int(label) for label in labels)
    return {label: counts.total() / (len(counts) * count) for label, count in counts.items()}


def train_balanced(model, x, y, batch_size, epochs):
    weights = class_weights(y)
    each = np.array([weights[int(label)] for label in y], "float32")
    return model.fit(x, y, batch_size, epochs, verbose=2, sample_weight=each)


class LossLog(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.losses = []

    def on_train_batch_end(self, batch, logs=None):
        if batch == 0:
            self.losses += [[]]
        self.losses[-1].append(float(logs.get("loss")))
