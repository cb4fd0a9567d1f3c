"""Save and load: whole models, weights alone, architecture alone, and what to do with a file of unknown origin.

A path is a str or a pathlib.Path. What cannot be read - a truncated file, one of another format, a directory, nothing
at all - gives one error that names the path.
"""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

import h5py
import keras
from keras import ops


def save_model(model, path):
    """Write a whole model to one file, and leave the model as it is.

    Args:
        model: a built keras.Model.
        path: where to; a file that is there already is replaced. If the name ends in `.keras` it holds architecture,
            weights, compile settings and the optimizer's state; for the older `.h5` architecture and weights suffice.

    Raises:
        ValueError: the name has another ending.
    """
    raise NotImplementedError("TODO: which method of a model writes it, and what tells it the format?")


def load_model(path):
    """Return the model that a file holds.

    Args:
        path: a file written by Keras, `.keras` or `.h5`.

    Returns:
        A keras.Model that predicts what the saved one did. From `.keras` it comes compiled as it was, and its optimizer
        is in the state it had; from `.h5` it need not be compiled.

    Raises:
        OSError: there is no such file.
        ValueError: the file does not hold a model.
    """
    raise NotImplementedError("TODO: what may be restored from .keras, and what had better not be from .h5?")


def save_weights(model, path):
    """Write the weights of a model to a file, all of them: those that are not trained too.

    Args:
        model: a built keras.Model.
        path: where to, a name that ends in `.weights.h5`; a file that is there already is replaced.
    """
    raise NotImplementedError("TODO: which method of a model writes its weights and nothing of its architecture?")


def load_weights(model, path):
    """Set all weights of a model to those in a file, if the file is of the very same architecture.

    How the layers are called does not matter, nor whether either model is compiled.

    Args:
        model: a built keras.Model; after an error it is as it was before.
        path: a file `.weights.h5` that Keras wrote.

    Raises:
        OSError: there is no such file.
        ValueError: the file holds no weights, or those of other layers or shapes; also where it holds layers that the
            model lacks.
    """
    raise NotImplementedError(
        "TODO: Keras looks for what the model has: who notices what else is in the file, and when?"
    )


def save_config(model, path):
    """Write the architecture of a model to a file as JSON, without its weights.

    Args:
        model: a keras.Model.
        path: where to; a file that is there already is replaced.
    """
    raise NotImplementedError("TODO: what does a model give you that fits into a text file?")


def load_config(path):
    """Return a new model of the architecture in a file.

    Args:
        path: a file that `save_config` wrote.

    Returns:
        A built keras.Model with the layers of the saved one; its weights are drawn afresh by their initializers.

    Raises:
        OSError: there is no such file.
        ValueError: the file does not hold an architecture.
    """
    raise NotImplementedError("TODO: what makes a model of a text again?")


class Blend(keras.layers.Layer):
    """Moves features towards their mean: alpha * x + (1 - alpha) * mean(x), where the mean is over the last axis.

    It has no weights and takes inputs of any rank >= 2. A file with this layer loads wherever the module is imported,
    without `custom_objects`.

    Args:
        alpha: float, the share of the input; 1 leaves it as it is, 0 leaves the mean alone.
        **kwargs: name, dtype and what else `keras.layers.Layer` takes.
    """

    def __init__(self, alpha, **kwargs):
        raise NotImplementedError("TODO: what must the layer remember, and who is to have the other arguments?")

    def call(self, inputs):
        """Return the blend.

        Args:
            inputs: float tensor `(batch, ..., features)`.

        Returns:
            A float tensor of the shape of the inputs.
        """
        raise NotImplementedError(
            "TODO: over which axis is the mean, and which shape must it have to be added to the inputs?"
        )

    def get_config(self):
        """Return a dict of all that `__init__` takes, in values that fit into JSON."""
        raise NotImplementedError("TODO: what would a Blend made from this dict not know?")


def resume(path, x, y, batch_size, epochs):
    """Go on with the training of a saved model, and save it again.

    Training, saving and resuming end with the very weights of a training without the break, if no layer draws random
    numbers.

    Args:
        path: a file `.keras` of a compiled model; it is replaced when the training is over, and stays as it was where
            that fails.
        x: inputs, `(n, ...)`, taken in order.
        y: targets, `(n, ...)`.
        batch_size: int, samples a weight update.
        epochs: int, how many more epochs are trained.

    Returns:
        The keras.callbacks.History of these epochs; what is returned is free.

    Raises:
        OSError: there is no such file.
        ValueError: the file does not hold a compiled model.
    """
    raise NotImplementedError("TODO: what besides the weights must be as it was when training stopped?")


def load_untrusted(path):
    """Return the model that a file of unknown origin holds, unless the file carries code.

    Whether somebody has called `keras.config.enable_unsafe_deserialization()` makes no difference, and stays so.

    Args:
        path: a file `.keras` or `.h5`.

    Returns:
        A keras.Model; whether it is compiled is free.

    Raises:
        OSError: there is no such file.
        ValueError: the file does not hold a model, or one with a Python lambda; nothing of it has run then.
    """
    raise NotImplementedError("TODO: which of the two wins, safe_mode=True or Keras's global switch?")
