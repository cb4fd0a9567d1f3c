"""What a model is worth: its loss and metrics, against other models, against no model at all, and class by class.

Every model comes compiled. Measuring is not training: nothing here changes a model.
"""

import numpy as np
from keras import ops


def evaluate(model, x, y, batch_size=32):
    """Return the loss and every metric that a model was compiled with, measured on all of the data.

    Args:
        model: a compiled keras.Model; its weights and its optimizer stay as they are.
        x: float32 `(n, ...)`, an array or backend tensor.
        y: `(n, ...)`, the targets, an array or backend tensor.
        batch_size: int >= 1, how many samples go through the model at once; the last batch holds what is left.

    Returns:
        A dict from name to float: "loss", which includes what regularized weights cost, and each metric by its name
        in Keras.
    """
    raise NotImplementedError("TODO: what does Keras's own evaluate return, and what must you ask it for to get names?")


def pick_best(models, x, y):
    """Return the name of the model with the lowest loss on these data.

    Args:
        models: dict from str to compiled keras.Model, at least one; all with the same loss, each with any metrics or
            none. They stay as they are.
        x: float32 `(n, ...)`, an array or backend tensor.
        y: `(n, ...)`, the targets, an array or backend tensor.

    Returns:
        A str, a key of `models`. A loss may be any number, also one below 0.
    """
    raise NotImplementedError(
        "TODO: by what do you compare two models, and how do you get at it when one has no metrics?"
    )


def majority_baseline(y_train, y_test):
    """Return the accuracy of the model that has learnt nothing but which class is the commonest.

    Args:
        y_train: int `(n,)`, the labels it learns from, an array or backend tensor. Of equally common classes it
            takes the smallest label.
        y_test: int `(m,)`, the labels it is measured on, an array or backend tensor; not all need occur in `y_train`.

    Returns:
        A float in [0, 1], the share of `y_test` that is this class.
    """
    raise NotImplementedError("TODO: which of the two label arrays chooses the class, and which one is counted?")


def combine(results, sizes):
    """Return the metrics of a whole set from those of its shards, which need not be of one size.

    Holds for every metric that is a mean over samples, as a loss and an accuracy are.

    Args:
        results: list of dicts from name to float, what `evaluate` gave for each shard; all with the same names. They
            stay as they are.
        sizes: list of int >= 1, how many samples each shard has, in the order of `results`.

    Returns:
        A dict from the same names to float: for each the mean over all samples.
    """
    raise NotImplementedError("TODO: a shard's mean stands for how many samples?")


def accuracy_by_class(model, x, y):
    """Return for each class the share of its samples that the model recognizes: its recall.

    Args:
        model: a compiled keras.Model that ends in a softmax over the classes, or in one sigmoid unit that tells class 1
            from class 0. A softmax says the class of its largest output, of equals the first; a sigmoid says 1 where
            it lies above 0.5.
        x: float32 `(n, ...)`, an array or backend tensor.
        y: int `(n,)`, the labels, an array or backend tensor; not every class need occur.

    Returns:
        A float array `(classes,)`: one recall for each class that the output can name, two for a sigmoid. NaN for
        a class that does not occur in `y`.
    """
    raise NotImplementedError("TODO: how many classes can one sigmoid unit name, and what is 0 of 0?")
