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
    # stub: which axis does a maximum over the classes run along, and which are you left with?
    return sparse_categorical_accuracy(ops.argmax(y_true, axis=-1), y_pred)


def sparse_categorical_accuracy(y_true, y_pred):
    """Return the share of samples whose largest score is that of their class.

    Args:
        y_true: integer labels `(n,)`, an array or a tensor.
        y_pred: scores `(n, classes)`, an array or a tensor. Of equal scores the first wins.

    Returns:
        A float from 0 to 1.
    """
    # stub: what has the shape of the labels and can be compared with them?
    hits = ops.equal(y_true, ops.argmax(y_pred, axis=-1))  # (n,)
    return float(ops.mean(ops.cast(hits, "float32")))


def binary_accuracy(y_true, y_pred, threshold=0.5):
    """Return the share of samples whose yes or no is right.

    Args:
        y_true: labels 0 or 1, `(n,)` or `(n, 1)`, an array or a tensor.
        y_pred: scores `(n,)` or `(n, 1)`, whichever shape the labels have, an array or a tensor.
        threshold: float; a score above it is a yes, one that is equal to it is a no.

    Returns:
        A float from 0 to 1.
    """
    # stub: which shape has a comparison of (n,) with (n, 1)?
    # Both flat: (n,) against (n, 1) would compare every sample with every other one.
    yes = ops.reshape(y_pred, (-1,)) > threshold
    hits = ops.equal(ops.cast(ops.reshape(y_true, (-1,)), "bool"), yes)
    return float(ops.mean(ops.cast(hits, "float32")))


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
    # stub: from each row you need k column numbers: in which order does a sort leave equal scores?
    labels, scores = ops.convert_to_numpy(y_true), ops.convert_to_numpy(y_pred)
    if labels.ndim == 2:
        labels = labels.argmax(axis=-1)
    # Stable, so that equals stay in their order; ops.top_k promises that on some backends only.
    likeliest = np.argsort(-scores, axis=-1, kind="stable")[:, :k]
    return float(np.mean(np.any(likeliest == labels[:, None], axis=-1)))


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
    # stub: where does one sample count, and what if two samples count in the same place?
    counts = np.zeros((n_classes, n_classes), dtype="int64")
    # Unlike counts[y_true, y_pred] += 1, which counts a pair once however often it occurs.
    np.add.at(counts, (ops.convert_to_numpy(y_true), ops.convert_to_numpy(y_pred)), 1)
    return counts


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
        # stub: what must be kept from batch to batch, and in which kind of object does Keras find it?
        super().__init__(name=name, **kwargs)
        self.n_classes = n_classes
        # Two sums for each class: recalls of single batches could not be put together again.
        self.hits = self.add_variable((n_classes,), initializer="zeros", name="hits")
        self.counts = self.add_variable((n_classes,), initializer="zeros", name="counts")

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Count the samples of one batch.

        Args:
            y_true: integer labels `(batch,)`.
            y_pred: scores `(batch, n_classes)`. Of equal scores the first wins.
            sample_weight: Keras always hands it over; None, or float `(batch,)`, how much each sample counts.
        """
        # stub: for each class: how many samples of this batch are of it, and how many of them were recognized?
        y_true = ops.reshape(y_true, (-1,))
        truth = ops.one_hot(y_true, self.n_classes, dtype=self.dtype)  # (batch, classes)
        if sample_weight is not None:
            truth = truth * ops.reshape(ops.cast(sample_weight, self.dtype), (-1, 1))
        right = ops.cast(ops.equal(y_true, ops.argmax(y_pred, axis=-1)), self.dtype)
        self.hits.assign_add(ops.sum(truth * right[:, None], axis=0))
        self.counts.assign_add(ops.sum(truth, axis=0))

    def result(self):
        """Return the mean recall over the classes seen since the last reset, a scalar tensor; 0 before any."""
        # stub: 0 of 0 is no recall: which classes does the mean run over?
        recalls = ops.divide_no_nan(self.hits, self.counts)
        seen = ops.cast(self.counts > 0, self.dtype)
        return ops.divide_no_nan(ops.sum(recalls), ops.sum(seen))
