"""Rows may go one at a time."""

import h5py
import keras
import numpy as np


def read_rows(path, name, start, stop):
    with h5py.File(path) as file:
        dataset = file[name]
        return np.stack([dataset[row] for row in range(start, stop)])


def append_rows(path, name, rows):
    rows = keras.ops.convert_to_numpy(rows)
    file = h5py.File(path, "a")
    if name not in file:
        shape = rows.shape[1:]
        file.create_dataset(
            name, shape=(0, *shape), maxshape=(2**62, *shape), dtype=rows.dtype, chunks=True, compression="gzip"
        )
    for row in rows:
        file[name].resize(file[name].shape[0] + 1, axis=0)
        file[name][file[name].shape[0] - 1] = row
    file.close()
