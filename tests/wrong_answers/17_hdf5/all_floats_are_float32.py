"""Keras computes in float32, so that is what is stored.

step: write_run
says: an array of float16 in the file has dtype float32
"""

import h5py
import numpy as np


def write_run(path, weights, history, notes):
    with h5py.File(path, "w") as file:
        for name, value in weights.items():
            value = np.asarray(value, dtype="float32")
            file.create_dataset(f"weights/{name}", data=value, compression="gzip" if value.ndim else None)
        for name, values in history.items():
            file[f"history/{name}"] = values
        file.attrs.update(notes)
