"""Accuracy and its relatives: how often a classifier is right, what it takes for what, and how rare classes fare.

`y_true` are labels. Where `y_pred` has a row of scores for each sample, probabilities and logits are alike: which of
them is the largest is all that counts.
"""

import keras
import numpy as np
from keras import ops


def categorical_accuracy(y_true, y_pred):
    """Return the share of samples whose largest score is in the column of their class.

    Args:
        y_true: one-hot labels `(n, classes)`, an array or a tensor.
        y_pred: scores `(n, classes)`, an array or a tensor. Of equal scores the first wins.

    Returns:
        A float from 0 to 1.
    """
    raise NotImplementedError(
        "TODO: which axis does a maximum over the classes run along, and which are you left with?"
    )


def sparse_categorical_accuracy(y_true, y_pred):
    """Return the share of samples whose largest score is that of their class.

    Args:
        y_true: integer labels `(n,)`, an array or a tensor.
        y_pred: scores `(n, classes)`, an array or a tensor. Of equal scores the first wins.

    Returns:
        A float from 0 to 1.
    """
    raise NotImplementedError("TODO: what has the shape of the labels and can be compared with them?")


def binary_accuracy(y_true, y_pred, threshold=0.5):
    """Return the share of samples whose yes or no is right.

    Args:
        y_true: labels 0 or 1, `(n,)` or `(n, 1)`, an array or a tensor.
        y_pred: scores `(n,)` or `(n, 1)`, whichever shape the labels have, an array or a tensor.
        threshold: float; a score above it is a yes, one that is equal to it is a no.

    Returns:
        A float from 0 to 1.
    """
    raise NotImplementedError("TODO: which shape has a comparison of (n,) with (n, 1)?")


def top_k_accuracy(y_true, y_pred, k):
    """Return the share of samples whose class is among the k with the largest scores.

    Args:
        y_true: integer labels `(n,)` or one-hot labels `(n, classes)`, an array or a tensor.
        y_pred: scores `(n, classes)`, an array or a tensor. Of equal scores the first goes before the others, so there
            are never more than k classes in the running.
        k: int from 1 to the number of classes.

    Returns:
        A float from 0 to 1; for `k` 1 it is the accuracy.
    """
    raise NotImplementedError(
        "TODO: from each row you need k column numbers: in which order does a sort leave equal scores?"
    )


def confusion_matrix(y_true, y_pred, n_classes):
    """Return how often each class was taken for each class.

    Args:
        y_true: integer labels `(n,)` from 0 to `n_classes - 1`, an array or a tensor.
        y_pred: integers `(n,)`, the class that was predicted for each sample, an array or a tensor.
        n_classes: int, how many classes there are, whether or not each of them occurs.

    Returns:
        An array or tensor `(n_classes, n_classes)` of counts. In row i and column j stands how many samples of class i
        were taken for class j.
    """
    raise NotImplementedError("TODO: where does one sample count, and what if two samples count in the same place?")


class BalancedAccuracy(keras.metrics.Metric):
    """The mean over the classes of the share of each that was recognized, so that a rare class counts like any other.

    That share is the class's recall. Only classes that were seen count: those of which there was a sample. The value is
    the same whatever batches the samples came in, and `compile` takes it among its metrics.

    Args:
        n_classes: int, how many classes the scores have.
        name: str, what `fit` and `evaluate` call the value.

    Source: Brodersen et al. 2010, The Balanced Accuracy and Its Posterior Distribution.
    """

    def __init__(self, n_classes, name="balanced_accuracy", **kwargs):
        raise NotImplementedError(
            "TODO: what must be kept from batch to batch, and in which kind of object does Keras find it?"
        )

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Count the samples of one batch.

        Args:
            y_true: integer labels `(batch,)`.
            y_pred: scores `(batch, n_classes)`. Of equal scores the first wins.
            sample_weight: Keras always hands it over; None, or float `(batch,)`, how much each sample counts.
        """
        raise NotImplementedError(
            "TODO: for each class: how many samples of this batch are of it, and how many of them were recognized?"
        )

    def result(self):
        """Return the mean recall over the classes seen since the last reset, a scalar tensor; 0 before any."""
        raise NotImplementedError("TODO: 0 of 0 is no recall: which classes does the mean run over?")
