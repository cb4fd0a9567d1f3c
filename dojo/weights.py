"""The weights of a model or layer under test: what shapes they have, what they hold, and other values for them."""

from __future__ import annotations

import keras
import numpy as np
from keras import ops

from dojo import expect
from dojo.inputs import normal


def shapes_of(model) -> list[tuple[int, ...]]:
    """Return the shapes of the weights of a model or layer, sorted."""
    return sorted(tuple(weight.shape) for weight in model.weights)


def values_by_shape(model) -> dict[tuple[int, ...], np.ndarray]:
    """Return the values of the weights of a model or layer, each under its shape."""
    __tracebackhide__ = True
    return {tuple(weight.shape): expect.array("a weight", weight) for weight in model.weights}


def set_weights_apart(model) -> None:
    """Move every weight of a model or layer to values of its own, biases too, so that no two places look alike."""
    for index, weight in enumerate(_variables(model)):
        # Upwards only: a variance stays positive.
        step = np.random.default_rng(index).uniform(0.1, 0.6, weight.shape).astype("float32")
        weight.assign(ops.convert_to_numpy(weight.value) + step)


def set_weights_by_shape(model) -> None:
    """Give each weight values that depend on its shape alone: models of like parts get like parts."""
    for weight in _variables(model):
        weight.assign(0.3 * normal(*weight.shape, seed=sum(weight.shape)))


def _variables(model) -> list[keras.Variable]:
    weights = list(model.weights)
    for weight in weights:
        if not isinstance(weight, keras.Variable):
            raise AssertionError(f"a weight is {expect.kind(weight)}, expected a keras.Variable")
    return weights
