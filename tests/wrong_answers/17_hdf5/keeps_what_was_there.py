"""Mode "a" and assigning again replace a file.

step: write_run
says: what was there must be gone: mode 'a' keeps it
"""

import h5py
import numpy as np


def write_run(path, weights, history, notes):
    with h5py.File(path, "a") as file:
        for group, values in (("weights", weights), ("history", history)):
            for name, value in values.items():
                value = np.asarray(value)
                if f"{group}/{name}" in file:
                    del file[f"{group}/{name}"]
                file.create_dataset(f"{group}/{name}", data=value, compression="gzip" if value.ndim else None)
        file.attrs.update(notes)
