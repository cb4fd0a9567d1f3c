"""A group without anything need not be there, and a new file may take the place of the old one when it is done."""

import os
from pathlib import Path

import h5py
import keras


def write_run(path, weights, history, notes):
    draft = Path(f"{path}.draft")
    with h5py.File(draft, "x") as file:
        for name, value in weights.items():
            value = keras.ops.convert_to_numpy(value)
            options = {"compression": "gzip", "compression_opts": 1, "fletcher32": True} if value.ndim > 0 else {}
            file.create_dataset("/weights/" + name, value.shape, value.dtype, value, **options)
        for name, values in history.items():
            file.create_dataset("/history/" + name, data=values, maxshape=(None,))
        for name in notes:
            file["/"].attrs[name] = notes[name]
    os.replace(draft, path)


def read_run(path):
    parts = {"weights": {}, "history": {}}
    with h5py.File(path, "r") as file:
        names = []
        file.visit(names.append)
        for name in names:
            part, _, rest = name.partition("/")
            if isinstance(file[name], h5py.Dataset):
                parts[part][rest] = file[name][...]
        notes = {name: file.attrs[name] for name in file.attrs}
    history = {name: [float(value) for value in values] for name, values in parts["history"].items()}
    return parts["weights"], history, notes
