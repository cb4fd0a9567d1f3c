"""Numbers that are too large for exp may be cut down to size.

step: stable_softmax
says: only differences within a row count
"""

from keras import ops


def stable_softmax(logits):
    terms = ops.exp(ops.clip(logits, -80.0, 80.0))
    return terms / ops.sum(terms, axis=-1, keepdims=True)
