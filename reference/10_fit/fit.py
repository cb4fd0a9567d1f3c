"""The training loop of Keras: what `fit` does with batches and epochs, what it reports, and how to feed it and listen.

Every model here comes compiled, and training goes on from the weights that it has.
"""

import keras
import numpy as np
from keras import ops


def train(model, x, y, batch_size, epochs, shuffle=False, verbose=0):
    """Train a compiled model on all of the data and return what happened.

    Args:
        model: a compiled keras.Model; it is trained as it is, with the optimizer and loss it has.
        x: float32 `(n, ...)`, an array or backend tensor.
        y: `(n, ...)`, the targets, an array or backend tensor.
        batch_size: int >= 1, samples an update; the last batch of an epoch holds what is left.
        epochs: int >= 1, how often every sample is used.
        shuffle: bool; False takes the samples in their order, True in a new random order in each epoch.
        verbose: int, what `fit` prints: 0 nothing, 1 a progress bar, 2 a line an epoch.

    Returns:
        The keras.callbacks.History of this training; its `history["loss"]` holds one number an epoch.
    """
    # stub: which of these would fit choose differently if you did not hand it on?
    return model.fit(x, y, batch_size=batch_size, epochs=epochs, shuffle=shuffle, verbose=verbose)


def n_updates(n_samples, batch_size, epochs):
    """Return how many times `fit` changes the weights.

    Args:
        n_samples: int >= 1.
        batch_size: int >= 1; it may be larger than `n_samples`.
        epochs: int >= 0.

    Returns:
        An int: one update a batch, the short last one of each epoch included.
    """
    # stub: an epoch of 10 samples in fours: how many batches, and how many samples has the last?
    return len(range(0, n_samples, batch_size)) * epochs


class Batches(keras.utils.PyDataset):
    """Arrays as a dataset that hands out one batch at a time, ready for `fit`.

    In each epoch every sample appears exactly once, with its own target, in any order. All batches hold `batch_size`
    samples but one, which holds what is left.

    Args:
        x: `(n, ...)`, an array or backend tensor.
        y: `(n, ...)`, the targets, an array or backend tensor.
        batch_size: int >= 1; it may be larger than n.
    """

    def __init__(self, x, y, batch_size, **kwargs):
        # stub: what do you keep, and what does the base class want to be told?
        # workers, use_multiprocessing and max_queue_size belong to the base class; fit does not take them.
        super().__init__(**kwargs)
        self.x = x
        self.y = y
        self.batch_size = batch_size

    def __len__(self):
        """Return the number of batches in an epoch."""
        # stub: is the short last batch one of them?
        return len(range(0, len(self.x), self.batch_size))

    def __getitem__(self, index):
        """Return batch number `index`, from 0 on, as `(x, y)`."""
        # stub: which samples belong to batch 0, which to batch 1, and where does a slice end?
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[rows], self.y[rows]


def class_weights(labels):
    """Return how much a sample of each class must count so that all classes count the same together.

    Args:
        labels: int `(n,)`, an array or backend tensor; not every number need occur.

    Returns:
        A dict `{class: n / (classes * count)}` from int to float over the classes that occur: `classes` is how many
        those are, `count` how many samples the class has. Over the samples the weights average 1.

    Source: King & Zeng 2001, Logistic Regression in Rare Events Data, on weighting.
    """
    # stub: which classes occur, how often, and should the weight of a rare one be large or small?
    classes, counts = np.unique(ops.convert_to_numpy(labels), return_counts=True)
    weights = counts.sum() / (len(classes) * counts)
    return dict(zip(classes.tolist(), weights.tolist(), strict=True))


def train_balanced(model, x, y, batch_size, epochs):
    """Train a compiled classifier so that every class counts the same, however rare it is.

    Each sample's loss is multiplied by the weight of its class, `n / (classes * count)` over all of `y`.

    Args:
        model: a compiled keras.Model; it is trained as it is, with the optimizer and loss it has.
        x: float32 `(n, ...)`, an array or backend tensor.
        y: int `(n,)`, the labels, an array or backend tensor.
        batch_size: int >= 1, samples an update.
        epochs: int >= 1.

    Returns:
        The keras.callbacks.History of this training.
    """
    # stub: which two arguments of fit take weights, and what does each want?
    return model.fit(x, y, batch_size=batch_size, epochs=epochs, class_weight=class_weights(y), verbose=0)


class LossLog(keras.callbacks.Callback):
    """Keeps the losses that Keras reports after each batch of a training.

    What Keras reports there is the mean over the epoch so far, not the batch's own loss.

    Attributes:
        losses: list of lists of float; one list for each epoch, with one number for each of its batches. Every training
            starts it afresh.
    """

    def __init__(self):
        # stub: what may one training of one LossLog leave to the next, or to another LossLog?
        super().__init__()
        self.losses = []

    def on_train_begin(self, logs=None):
        """Start afresh."""
        # stub: a callback object may be handed to fit again: what must it forget?
        self.losses = []

    def on_epoch_begin(self, epoch, logs=None):
        """Open the list of this epoch."""
        # stub: the batches to come belong to which list?
        self.losses.append([])

    def on_train_batch_end(self, batch, logs=None):
        """Note what Keras reports after this batch."""
        # stub: logs is a dict: under which name does it hold the loss?
        self.losses[-1].append(logs["loss"])
