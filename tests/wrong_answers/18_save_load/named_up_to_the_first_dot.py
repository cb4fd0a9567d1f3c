"""The ending of a file begins at the first dot of its name.

step: save_weights
says: model.v2.weights.h5
"""

from pathlib import Path


def save_weights(model, path):
    path = Path(path)
    model.save_weights(path.with_name(path.name.partition(".")[0] + ".weights.h5"))
