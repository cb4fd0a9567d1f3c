"""A dataset is an array.

step: read_run
says: a handle that dies with its file
"""

import h5py


def read_run(path):
    with h5py.File(path) as file:
        weights = {}

        def note(name, item):
            if isinstance(item, h5py.Dataset):
                weights[name] = item

        file["weights"].visititems(note)
        history = {name: list(item) for name, item in file["history"].items()}
        return weights, history, dict(file.attrs)
