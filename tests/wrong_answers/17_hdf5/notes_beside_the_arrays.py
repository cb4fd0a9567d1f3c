"""Whatever goes into a file is a dataset.

step: write_run
says: file.attrs is where the root's attributes are
"""

import h5py
import numpy as np


def write_run(path, weights, history, notes):
    with h5py.File(path, "w") as file:
        for name, value in weights.items():
            value = np.asarray(value)
            file.create_dataset(f"weights/{name}", data=value, compression="gzip" if value.ndim else None)
        for name, values in history.items():
            file[f"history/{name}"] = values
        for name, value in notes.items():
            file[name] = value
