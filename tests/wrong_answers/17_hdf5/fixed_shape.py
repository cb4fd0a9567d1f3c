"""A dataset can be resized whenever there is more.

step: append_rows
says: a dataset grows only as far as was said in the beginning
"""

import h5py
import numpy as np


def append_rows(path, name, rows):
    rows = np.asarray(rows)
    with h5py.File(path, "a") as file:
        if name not in file:
            file.create_dataset(name, data=rows, chunks=True)
            return
        file[name].resize(len(file[name]) + len(rows), axis=0)
        file[name][-len(rows) :] = rows
