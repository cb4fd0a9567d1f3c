"""A tensor has a value that an `if` can look at.

step: stable_softmax
says: only keras.ops can compute
"""

from keras import ops


def stable_softmax(logits):
    if ops.max(ops.abs(logits)) > 80.0:
        logits = logits - ops.max(logits, axis=-1, keepdims=True)
    terms = ops.exp(logits)
    return terms / ops.sum(terms, axis=-1, keepdims=True)
