"""Asking a trained model: probabilities, classes, one sample, the best few, and batches without end.

Two kinds of classifiers come here: a softmax gives `(n, classes)`, a number for each class; a sigmoid gives `(n, 1)`,
the probability of class 1 alone. A model answers as it does outside training, and nothing here changes it.
"""

import numpy as np
from keras import ops


def predict_probabilities(model, x, from_logits=False):
    """Return how probable a classifier finds each class, for each sample.

    Args:
        model: a built keras.Model from `(n, ...)` to `(n, classes)` or, for two classes, `(n, 1)`; it need not be
            compiled.
        x: float32 `(n, ...)`, n >= 1, an array or backend tensor.
        from_logits: bool; False where the model ends in a softmax or a sigmoid, so that its outputs are probabilities
            already; True where it ends in a linear layer, so that they are scores (logits).

    Returns:
        An array in the shape of the output. `(n, classes)`: each row sums to 1. `(n, 1)`: the probability of class 1.
    """
    raise NotImplementedError(
        "TODO: which function turns a row of scores into probabilities, and which one a lone score?"
    )


def predict_classes(model, x):
    """Return the class that a classifier finds most probable, for each sample.

    Args:
        model: a built keras.Model that ends in a softmax, `(n, classes)`, or a sigmoid, `(n, 1)`.
        x: float32 `(n, ...)`, n >= 1, an array or backend tensor.

    Returns:
        An array of int, `(n,)`. For a softmax the column of the highest probability; for a sigmoid 1 where it is above
        0.5 and 0 elsewhere, at exactly 0.5 too.
    """
    raise NotImplementedError(
        "TODO: what has the last axis of the output to do with it, and what if that axis has length 1?"
    )


def predict_one(model, sample):
    """Return the class of a single sample and how probable it is.

    Args:
        model: a built keras.Model that ends in a softmax, `(n, classes)`, or a sigmoid, `(n, 1)`.
        sample: float32, one sample as the model knows it but without a batch axis, `(features,)` or
            `(height, width, channels)` or any other rank from 1 on; an array or backend tensor.

    Returns:
        A tuple `(class, probability)`, a Python int and a Python float: the most probable class, and the probability
        of that very class.
    """
    raise NotImplementedError(
        "TODO: a model takes and gives batches: how do you make one of a lone sample, and how do you get out again?"
    )


def top_k(model, x, k):
    """Return the k most probable classes of each sample, the likeliest first.

    Args:
        model: a built keras.Model that ends in a softmax, `(n, classes)`.
        x: float32 `(n, ...)`, n >= 1, an array or backend tensor.
        k: int from 1 to `classes`.

    Returns:
        A tuple `(classes, probabilities)` of arrays, each `(n, k)`: ints, and the probability of each of them. Of
        equally probable classes either may come first.
    """
    raise NotImplementedError(
        "TODO: once the order of the classes is known, which probabilities belong to them, and in which order?"
    )


def predict_stream(model, batches):
    """Yield the outputs of a model for one batch after the other, as they come.

    Nothing is read before the first result is asked for, and for each result one batch is read and no more, so that
    `batches` may be larger than memory or never end. The layers see batches of one size only: a batch that is shorter
    than the first is padded to its size, and the outputs of the padding are cut off again.

    Args:
        model: a built keras.Model.
        batches: an iterable of float32 `(size, ...)`, arrays or backend tensors; the last one may hold fewer samples.

    Yields:
        For each batch a NumPy array with one output a sample, as many as the batch has.
    """
    raise NotImplementedError("TODO: at the short batch, which size have the layers seen before, and who remembers it?")
