"""A slash cannot be part of a dataset's name, so it has to go.

step: write_run
says: h5py makes the groups that a name like b/c/kernel leads through
"""

import h5py
import numpy as np


def write_run(path, weights, history, notes):
    with h5py.File(path, "w") as file:
        arrays, lists = file.create_group("weights"), file.create_group("history")
        for name, value in weights.items():
            value = np.asarray(value)
            arrays.create_dataset(name.replace("/", "_"), data=value, compression="gzip" if value.ndim else None)
        for name, values in history.items():
            lists[name] = values
        file.attrs.update(notes)
