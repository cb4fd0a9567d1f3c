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
    raise NotImplementedError("TODO: which of these would fit choose differently if you did not hand it on?")


def n_updates(n_samples, batch_size, epochs):
    """Return how many times `fit` changes the weights.

    Args:
        n_samples: int >= 1.
        batch_size: int >= 1; it may be larger than `n_samples`.
        epochs: int >= 0.

    Returns:
        An int: one update a batch, the short last one of each epoch included.
    """
    raise NotImplementedError(
        "TODO: an epoch of 10 samples in fours: how many batches, and how many samples has the last?"
    )


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
        raise NotImplementedError("TODO: what do you keep, and what does the base class want to be told?")

    def __len__(self):
        """Return the number of batches in an epoch."""
        raise NotImplementedError("TODO: is the short last batch one of them?")

    def __getitem__(self, index):
        """Return batch number `index`, from 0 on, as `(x, y)`."""
        raise NotImplementedError(
            "TODO: which samples belong to batch 0, which to batch 1, and where does a slice end?"
        )


def class_weights(labels):
    """Return how much a sample of each class must count so that all classes count the same together.

    Args:
        labels: int `(n,)`, an array or backend tensor; not every number need occur.

    Returns:
        A dict `{class: n / (classes * count)}` from int to float over the classes that occur: `classes` is how many
        those are, `count` how many samples the class has. Over the samples the weights average 1.

    Source: King & Zeng 2001, Logistic Regression in Rare Events Data, on weighting.
    """
    raise NotImplementedError(
        "TODO: which classes occur, how often, and should the weight of a rare one be large or small?"
    )


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
    raise NotImplementedError("TODO: which two arguments of fit take weights, and what does each want?")


class LossLog(keras.callbacks.Callback):
    """Keeps the losses that Keras reports after each batch of a training.

    What Keras reports there is the mean over the epoch so far, not the batch's own loss.

    Attributes:
        losses: list of lists of float; one list for each epoch, with one number for each of its batches. Every training
            starts it afresh.
    """

    def __init__(self):
        raise NotImplementedError(
            "TODO: what may one training of one LossLog leave to the next, or to another LossLog?"
        )

    def on_train_begin(self, logs=None):
        """Start afresh."""
        raise NotImplementedError("TODO: a callback object may be handed to fit again: what must it forget?")

    def on_epoch_begin(self, epoch, logs=None):
        """Open the list of this epoch."""
        raise NotImplementedError("TODO: the batches to come belong to which list?")

    def on_train_batch_end(self, batch, logs=None):
        """Note what Keras reports after this batch."""
        raise NotImplementedError("TODO: logs is a dict: under which name does it hold the loss?")
