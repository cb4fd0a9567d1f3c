"""Inputs for tests: small, seeded, away from the special values 0 and 1."""

from __future__ import annotations

import numpy as np
import pytest
from keras import ops

# A test that has it gets `as_given`, which makes of an array what the attempt is to be given.
each_kind_of_array = pytest.mark.parametrize("as_given", [np.asarray, ops.convert_to_tensor], ids=["array", "tensor"])


def normal(*shape: int, seed: int = 0) -> np.ndarray:
    """Return standard normal float32 numbers of this shape, the same for the same seed on every backend."""
    return np.random.default_rng(seed).normal(size=shape).astype("float32")
