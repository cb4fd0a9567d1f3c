"""A stub keeps what is the specification and drops what is the answer."""

from dojo.stub import stub_of

REFERENCE = '''"""What the kata is about."""

import math

import keras
from keras import ops

SECRET = 3


@keras.saving.register_keras_serializable()
class Shift(keras.layers.Layer):
    """Adds a constant.

    Args:
        by: float.
    """

    def __init__(self, by=1.0, **kwargs):
        super().__init__(**kwargs)
        # stub: what must a layer remember?
        self.by = by

    def call(self, inputs):
        """Return the inputs, shifted."""
        return _helper(inputs, self.by)

    def _private(self):
        return 1


def _helper(x, by):
    return x + by


def shift(
    x,
    by=SECRET,
):
    """Return x + by."""
    # stub: in which order are they added, when both are tensors of a length other than one, if any?
    return ops.add(x, by)
'''

STUB = '''"""What the kata is about."""

import math

import keras
from keras import ops


class Shift(keras.layers.Layer):
    """Adds a constant.

    Args:
        by: float.
    """

    def __init__(self, by=1.0, **kwargs):
        raise NotImplementedError("TODO: what must a layer remember?")

    def call(self, inputs):
        """Return the inputs, shifted."""
        raise NotImplementedError("TODO: your turn")


def shift(
    x,
    by=SECRET,
):
    """Return x + by."""
    raise NotImplementedError(
        "TODO: in which order are they added, when both are tensors of a length other than one, if any?"
    )
'''


def test_keeps_signatures_and_docstrings_and_drops_the_rest():
    assert stub_of(REFERENCE) == STUB
