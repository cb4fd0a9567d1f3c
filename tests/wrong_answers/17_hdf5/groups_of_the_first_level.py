"""The names in a group are all its datasets.

step: read_run
says: a slash in a name is part of it again
"""

import h5py


def read_run(path):
    with h5py.File(path) as file:
        weights = {}
        for name, item in file["weights"].items():
            weights[name] = item[()] if isinstance(item, h5py.Dataset) else {key: item[key] for key in item}
        history = {name: item[()].tolist() for name, item in file["history"].items()}
        return weights, history, dict(file.attrs)
