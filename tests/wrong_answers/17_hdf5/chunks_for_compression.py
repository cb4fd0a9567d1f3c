"""Chunked storage is compressed storage.

step: write_run
says: chunks alone compress nothing
"""

import h5py
import numpy as np


def write_run(path, weights, history, notes):
    with h5py.File(path, "w") as file:
        for name, value in weights.items():
            value = np.asarray(value)
            file.create_dataset(f"weights/{name}", data=value, chunks=True if value.ndim else None)
        for name, values in history.items():
            file[f"history/{name}"] = values
        file.attrs.update(notes)
