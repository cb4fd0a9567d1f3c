"""Rounding up is the whole part plus one.

step: n_updates
says: where nothing is left over there is no further batch
"""


def n_updates(n_samples, batch_size, epochs):
    return (n_samples // batch_size + 1) * epochs
