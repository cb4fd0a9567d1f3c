"""A loop over train_on_batch trains as fit does, if it fills a History as fit does."""

import keras
import numpy as np
from keras import ops


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    history = keras.callbacks.History()
    history.set_model(model)
    history.on_train_begin()
    for epoch in range(epochs):
        order = np.random.permutation(len(x)) if shuffle else np.arange(len(x))
        total = 0.0
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            total += len(rows) * model.train_on_batch(x[rows], y[rows], return_dict=True)["loss"]
        history.on_epoch_end(epoch, {"loss": total / len(x)})
        if verbose:
            print(f"epoch {epoch + 1}/{epochs}: loss {total / len(x):.4f}")
    return history


def n_updates(n_samples, batch_size, epochs):
    return np.ceil(n_samples / batch_size) * epochs


class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__(workers=2)
        cuts = np.arange(batch_size, len(x), batch_size)
        self.rows = np.array_split(np.random.permutation(len(x)), cuts)
        self.x, self.y = x, y

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, index):
        rows = self.rows[index]
        return ops.take(self.x, rows, axis=0), ops.take(self.y, rows, axis=0)


def train_balanced(model, x, y, batch_size, epochs):
    x, y = ops.convert_to_numpy(x), ops.convert_to_numpy(y)
    history = keras.callbacks.History()
    history.set_model(model)
    history.on_train_begin()
    weights = class_weights(y)
    for epoch in range(epochs):
        losses = [
            model.train_on_batch(x[start:][:batch_size], y[start:][:batch_size], class_weight=weights)
            for start in range(0, len(x), batch_size)
        ]
        history.on_epoch_end(epoch, {"loss": np.mean(losses)})
    return history


def class_weights(labels):
    labels = ops.cast(labels, "int32")
    counts = ops.sum(ops.one_hot(labels, int(ops.max(labels)) + 1), axis=0)
    weights = ops.shape(labels)[0] / (ops.sum(ops.cast(counts > 0, "float32")) * ops.maximum(counts, 1.0))
    return {i: weights[i] for i in range(counts.shape[0]) if counts[i] > 0}
