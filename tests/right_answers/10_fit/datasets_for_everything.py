"""A dataset of one's own may carry the weights, and a property may put the losses together."""

import keras
import numpy as np
from keras import ops


class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, weights=None, shuffle=False):
        super().__init__()
        self.parts = [ops.convert_to_numpy(part) for part in (x, y, weights) if part is not None]
        self.batch_size, self.shuffle = batch_size, shuffle

    def __len__(self):
        return -(-len(self.parts[0]) // self.batch_size)

    def __getitem__(self, index):
        # From the end: any order will do.
        rows = np.arange(len(self.parts[0]))[::-1][index * self.batch_size :][: self.batch_size]
        return [part[rows] for part in self.parts]

    def on_epoch_end(self):
        order = np.random.permutation(len(self.parts[0]))
        self.parts = [part[order] for part in self.parts]


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    return model.fit(
        x, y, batch_size=batch_size, epochs=epochs, shuffle=bool(shuffle), verbose=verbose, callbacks=[LossLog()]
    )


def train_balanced(model, x, y, batch_size, epochs):
    y = ops.convert_to_numpy(y)
    _, places, counts = np.unique(y, return_inverse=True, return_counts=True)
    weights = (len(y) / (len(counts) * counts))[places].astype("float32")
    return model.fit(Batches(x, y, batch_size, weights), epochs=epochs, verbose=0)


class LossLog(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.by_epoch = {}

    @property
    def losses(self):
        return list(self.by_epoch.values())

    def on_train_begin(self, logs=None):
        self.by_epoch = {}

    def on_epoch_begin(self, epoch, logs=None):
        self.epoch = epoch
        self.by_epoch[epoch] = []

    def on_train_batch_end(self, batch, logs=None):
        self.by_epoch[self.epoch].append(logs["loss"])
