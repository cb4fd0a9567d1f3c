"""TODO: one sentence on what the whole kata is about; learners read it at the top of their stub."""

from keras import ops


# TODO: your first step; this example has no other, a kata of an hour has four to six. Each public function or class is
# a step. The docstring is its specification and stays; bodies and names with an underscore are left out of the stub.
def scale_rows(x):
    """Return a batch whose rows all have length 1 and point where they pointed before.

    Args:
        x: float32 `(batch, features)`, no row of it all zeros.

    Returns:
        A tensor `(batch, features)`.
    """
    # stub: which axis is a row's own, and what must it keep so that the division fits?
    lengths = ops.sqrt(ops.sum(ops.square(x), axis=-1, keepdims=True))
    return x / lengths
