"""Penalties on weights: how a layer gets one, what a model pays for them, and a penalty of your own.

The penalty of a weight is a number that Keras adds to the loss. It depends on the weight alone, never on the data.
"""

import keras
from keras import layers, ops, regularizers


def l2_dense(units, strength):
    """Return a dense layer whose kernel costs the sum of its squares.

    Args:
        units: int, the width of the output.
        strength: float >= 0, what a sum of squares of 1 costs; 0 costs nothing.

    Returns:
        A keras.layers.Layer from `(batch, features)` to `(batch, units)`: `x @ kernel + bias`, no activation. Its
        kernel costs `strength * sum(kernel**2)`, its bias nothing.

    Source: Hoerl & Kennard 1970, Ridge Regression: Biased Estimation for Nonorthogonal Problems.
    """
    raise NotImplementedError(
        "TODO: three arguments of Dense end in _regularizer: which one, and how does it learn the strength?"
    )


def elastic_dense(units, l1, l2):
    """Return a dense layer whose kernel costs the sum of its absolute values and the sum of its squares.

    Args:
        units: int, the width of the output.
        l1: float >= 0, the strength for absolute values.
        l2: float >= 0, the strength for squares.

    Returns:
        A keras.layers.Layer from `(batch, features)` to `(batch, units)`: `x @ kernel + bias`, no activation. Its
        kernel costs `l1 * sum(abs(kernel)) + l2 * sum(kernel**2)`, its bias nothing.

    Source: Zou & Hastie 2005, Regularization and Variable Selection via the Elastic Net, section 2.1.
    """
    raise NotImplementedError(
        "TODO: a layer takes one regularizer for its kernel: which one of Keras's holds two strengths?"
    )


def build_regularized(n_features, units, activations, l2_strength):
    """Return a chain of dense layers, each of which pays for the squares in its kernel.

    Args:
        n_features: int, the length of one sample.
        units: tuple of int, the width of each layer in order; the last one is the output's.
        activations: tuple of str, the activation of each layer, as long as `units`.
        l2_strength: float >= 0, the strength for each kernel, the output layer's included.

    Returns:
        A built keras.Model from float32 `(batch, n_features)` to float32 `(batch, units[-1])`. It pays
        `l2_strength * sum(kernel**2)` for each kernel, and nothing for the biases.
    """
    raise NotImplementedError(
        "TODO: when does a layer hand its regularizer to its kernel: when it is made, or when it is built?"
    )


def penalty(model):
    """Return what weight regularization adds to a model's loss, for the weights it has now.

    Every regularized weight counts once, wherever it is: in nested models, in layers of your own, in a layer that is
    called twice. A frozen weight counts nothing, as in training.

    Args:
        model: a built keras.Model, compiled or not.

    Returns:
        A float; 0.0 where no weight is regularized.
    """
    raise NotImplementedError(
        "TODO: who holds a regularizer once the layer is built, and which weights does a model train?"
    )


def split_loss(model, x, y):
    """Return how much of a model's loss comes from the data and how much from its weights.

    Nothing in the model changes: no weight, nothing in the optimizer, nothing about how it is compiled.

    Args:
        model: a compiled keras.Model of one output, with any loss and any metrics.
        x: array or tensor `(n, ...)`, the inputs.
        y: array or tensor, what the model is to give for `x`, in the form that its loss takes.

    Returns:
        A tuple `(data_loss, penalty)` of floats; their sum is the loss that `model.evaluate(x, y)` reports.
    """
    raise NotImplementedError("TODO: which of the two numbers does evaluate report?")


class Orthogonality(keras.regularizers.Regularizer):
    """What a kernel costs whose columns are not orthonormal: `strength * sum((WᵀW − I)**2)`.

    A model that uses it is saved as `.keras` and loads, without `custom_objects`, in any process that imports this
    module.

    Args:
        strength: float >= 0.

    Source: Bansal, Chen & Wang 2018, Can We Gain More from Orthogonality Regularizations in Training Deep CNNs?,
    where it is called soft orthogonality.
    """

    def __init__(self, strength):
        raise NotImplementedError("TODO: what must it remember until a kernel comes?")

    def __call__(self, x):
        """Return the cost of the kernel `x`, `(features, units)`, as a scalar tensor."""
        raise NotImplementedError(
            "TODO: which product of a kernel and its transpose compares its columns, and what shape is it?"
        )

    def get_config(self):
        """Return a dict of what `from_config` needs to make this regularizer again."""
        raise NotImplementedError("TODO: what does __init__ ask for, and how does Keras find the class again?")
