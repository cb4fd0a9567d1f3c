"""What does not fill a batch is left out.

step: n_updates
says: the last batch of an epoch may be short, and it is one too
"""


def n_updates(n_samples, batch_size, epochs):
    return n_samples // batch_size * epochs
