"""In NumPy, what the tests compare answers with."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

# Activation by its name in Keras, for finite numbers of moderate size.
ACTIVATIONS = {
    "tanh": np.tanh,
    "relu": lambda x: np.maximum(x, 0),
    "linear": lambda x: x,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "softmax": lambda x: np.exp(x) / np.exp(x).sum(-1, keepdims=True),
}


def dense_chain(
    x: np.ndarray, widths: tuple[int, ...], activations: tuple[str, ...], weights: dict[tuple[int, ...], np.ndarray]
) -> np.ndarray:
    """Return what a chain of dense layers makes of `x`.

    Args:
        x: `(batch, widths[0])`.
        widths: of the input and of each layer; no two are equal, so a shape names its weight.
        activations: the name of one for each layer.
        weights: values under their shapes; a bias that is not there is none.
    """
    for shape, activation in zip(pairwise(widths), activations, strict=True):
        x = ACTIVATIONS[activation](x @ weights[shape] + weights.get(shape[1:], 0))
    return x
