"""To append is to read, to join and to write again.

step: append_rows
says: this dataset is larger than any memory
"""

import h5py
import numpy as np


def append_rows(path, name, rows):
    rows = np.asarray(rows)
    with h5py.File(path, "a") as file:
        notes = {}
        if name in file:
            notes = dict(file[name].attrs)
            rows = np.concatenate([file[name][()], rows])
            del file[name]
        file.create_dataset(name, data=rows, maxshape=(None, *rows.shape[1:]))
        file[name].attrs.update(notes)
