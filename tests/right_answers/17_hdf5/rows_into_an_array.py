"""Rows may be read into an array that is there, and a dataset may start empty and always grow."""

import h5py
import numpy as np


def read_rows(path, name, start, stop):
    with h5py.File(path) as file:
        dataset = file[name]
        rows = np.empty((stop - start, *dataset.shape[1:]), dataset.dtype)
        dataset.read_direct(rows, np.s_[start:stop])
    return rows


def append_rows(path, name, rows):
    rows = np.asarray(rows)
    with h5py.File(path, "a") as file:
        dataset = (
            file.require_dataset(
                name, (0, *rows.shape[1:]), rows.dtype, maxshape=(None, *rows.shape[1:]), chunks=(32, *rows.shape[1:])
            )
            if name not in file
            else file[name]
        )
        dataset.resize((dataset.shape[0] + rows.shape[0], *dataset.shape[1:]))
        dataset[-rows.shape[0] :, ...] = rows
