"""The formula in the book is the program.

step: stable_softmax
says: take each row's largest logit off the row first
"""

from keras import ops


def stable_softmax(logits):
    terms = ops.exp(logits)
    return terms / ops.sum(terms, axis=-1, keepdims=True)
