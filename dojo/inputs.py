"""Inputs for tests: small, seeded, away from the special values 0 and 1."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import ops

from dojo import expect

# A test that has it gets `as_given`, which makes of an array what the attempt is to be given.
each_kind_of_array = pytest.mark.parametrize("as_given", [np.asarray, ops.convert_to_tensor], ids=["array", "tensor"])


def normal(*shape: int, seed: int = 0) -> np.ndarray:
    """Return standard normal float32 numbers of this shape, the same for the same seed on every backend."""
    return np.random.default_rng(seed).normal(size=shape).astype("float32")


def set_weights_apart(model) -> None:
    """Move every weight of a model or layer to values of its own, biases too, so that no two places look alike."""
    for index, weight in enumerate(_weights(model)):
        # Upwards only: a variance stays positive.
        step = np.random.default_rng(index).uniform(0.1, 0.6, weight.shape).astype("float32")
        weight.assign(ops.convert_to_numpy(weight.value) + step)


def set_weights_by_shape(model) -> None:
    """Give each weight values that depend on its shape alone: models of like parts get like parts."""
    for weight in _weights(model):
        weight.assign(0.3 * normal(*weight.shape, seed=sum(weight.shape)))


def _weights(model) -> list:
    weights = list(model.weights)
    for weight in weights:
        if not isinstance(weight, keras.Variable):
            raise AssertionError(f"a weight is {expect.kind(weight)}, expected a keras.Variable")
    return weights
