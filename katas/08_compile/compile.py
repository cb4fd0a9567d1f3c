"""What training needs to know: a loss that fits labels and output, a metric people can read, an optimizer.

A label says which class; an output is either probabilities or logits, the scores that a softmax or a sigmoid would
still have to turn into probabilities. Keras cannot see which of both it is given: the loss has to be told.
"""

import keras
from keras import ops


def one_hot(labels, n_classes=None):
    """Return labels as rows with a 1 in the column of the class and 0 everywhere else.

    Args:
        labels: integers `(n,)` from 0, an array or a tensor.
        n_classes: int, how many columns; the largest label + 1 where it is None.

    Returns:
        Float32 `(n, n_classes)`, an array or a tensor.
    """
    raise NotImplementedError(
        "TODO: if 2 is the largest label, how many classes are there, whether or not each of them occurs?"
    )


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    """Compile a classifier of classes that exclude each other: Adam, cross-entropy, accuracy.

    Args:
        model: a built keras.Model with outputs `(batch, classes)`.
        one_hot_labels: bool, whether labels will come as rows `(n, classes)` with one 1; else as integers `(n,)`.
        from_logits: bool, whether the outputs are logits; else they are probabilities (a softmax is in the model).

    Returns:
        The same model, compiled, its weights as they were.
    """
    raise NotImplementedError(
        "TODO: there is one cross-entropy for integers and one for rows: how does it learn what the output means?"
    )


def compile_binary(model, from_logits=False):
    """Compile a classifier that answers yes or no with one number: binary cross-entropy, accuracy.

    Args:
        model: a built keras.Model with outputs `(batch, 1)`; labels will be 0 or 1, `(n,)` or `(n, 1)`.
        from_logits: bool, whether the outputs are logits; else they are probabilities (a sigmoid is in the model).

    Returns:
        The same model, compiled with an optimizer of your choice, its weights as they were. Its accuracy is the share
        of samples that it gets right, where yes means a probability above 0.5, which is a logit above 0.
    """
    raise NotImplementedError("TODO: sigmoid(0) is 0.5: which part of compile has to know that, besides the loss?")


def compile_two_outputs(model, digit_weight=1.0, parity_weight=1.0):
    """Compile the model of kata 03 with two outputs: for each a cross-entropy, its weight in the loss, and accuracy.

    Args:
        model: a built keras.Model whose outputs are a dict: "digit" is a softmax `(batch, classes)`, "parity" a sigmoid
            `(batch, 1)`. Labels will come in a dict with the same keys: digits as integers `(n,)`, parity as 0 or 1,
            `(n,)` or `(n, 1)`.
        digit_weight: float >= 0, what the loss of the digits counts.
        parity_weight: float >= 0, what the loss of the parity counts.

    Returns:
        The same model, compiled with an optimizer of your choice, its weights as they were. The loss it trains on is
        `digit_weight * digit_loss + parity_weight * parity_loss`.
    """
    raise NotImplementedError(
        "TODO: each output has a question of its own: what three things of compile can be given output by output?"
    )
