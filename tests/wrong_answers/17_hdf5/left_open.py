"""The file is closed when the program ends.

step: write_run
says: the file is still open afterwards
"""

import h5py
import numpy as np

OPEN = []


def write_run(path, weights, history, notes):
    file = h5py.File(path, "w")
    OPEN.append(file)
    for name, value in weights.items():
        value = np.asarray(value)
        file.create_dataset(f"weights/{name}", data=value, compression="gzip" if value.ndim else None)
    for name, values in history.items():
        file[f"history/{name}"] = values
    file.attrs.update(notes)
    file.flush()
