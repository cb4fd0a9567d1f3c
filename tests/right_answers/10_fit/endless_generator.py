"""An endless generator that says how many steps make an epoch feeds fit as well."""

import keras
import numpy as np
from keras import ops


def _draw(x, y, batch_size, shuffle, weights):
    x, y, weights = (ops.convert_to_numpy(part) for part in (x, y, weights))
    while True:
        order = np.random.permutation(len(x)) if shuffle else np.arange(len(x))
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            yield x[rows], y[rows], weights[rows]


def _fit(model, x, y, batch_size, epochs, shuffle, verbose, weights):
    batches = _draw(x, y, batch_size, shuffle, weights)
    steps = n_updates(len(x), batch_size, 1)
    return model.fit(batches, epochs=epochs, steps_per_epoch=steps, verbose=verbose)


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    return _fit(model, x, y, batch_size, epochs, shuffle, verbose, np.ones(len(x), "float32"))


def n_updates(n_samples, batch_size, epochs):
    return ((n_samples - 1) // batch_size + 1) * epochs


def class_weights(labels):
    labels = ops.convert_to_numpy(labels).tolist()
    occurring = sorted(set(labels))
    return {label: np.float32(len(labels) / (len(occurring) * labels.count(label))) for label in occurring}


def train_balanced(model, x, y, batch_size, epochs):
    weights = class_weights(y)
    each = np.array([weights[label] for label in ops.convert_to_numpy(y).tolist()])
    return _fit(model, x, y, batch_size, epochs, True, 0, each)


class LossLog(keras.callbacks.LambdaCallback):
    def __init__(self):
        super().__init__(
            on_train_begin=lambda logs: setattr(self, "losses", []),
            on_epoch_begin=lambda epoch, logs: self.losses.append([]),
            on_train_batch_end=lambda batch, logs: self.losses[-1].append(logs["loss"]),
        )
