"""Every dataset can be compressed.

step: write_run
says: and a single number has none
"""

import h5py


def write_run(path, weights, history, notes):
    with h5py.File(path, "w") as file:
        for name, value in weights.items():
            file.create_dataset(f"weights/{name}", data=value, compression="gzip")
        for name, values in history.items():
            file[f"history/{name}"] = values
        file.attrs.update(notes)
