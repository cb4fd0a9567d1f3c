"""Groups may be walked by recursion, a file may be closed by hand, and any filter compresses."""

import h5py
import numpy as np


def _walk(group, above=()):
    found = {}
    for name, item in group.items():
        if isinstance(item, h5py.Group):
            found |= _walk(item, (*above, name))
        else:
            found["/".join((*above, name))] = item
    return found


def write_run(path, weights, history, notes):
    file = h5py.File(path, mode="w")
    try:
        for name, value in weights.items():
            *groups, last = ("weights/" + name).split("/")
            group = file
            for part in groups:
                group = group.require_group(part)
            value = np.asarray(value)
            if value.shape:
                group.create_dataset(last, data=value, compression="lzf", shuffle=True, chunks=value.shape)
            else:
                group[last] = value
        history_group = file.require_group("history")
        for name, values in history.items():
            history_group.create_dataset(name, data=np.array(values, dtype=np.float64), compression=9)
        for name, note in notes.items():
            file.attrs.create(name, note)
    finally:
        file.close()


def read_run(path):
    file = h5py.File(path, "r")
    weights = {name: np.array(item) for name, item in _walk(file["weights"]).items()}
    history = {name: list(item[:]) for name, item in _walk(file["history"]).items()}
    notes = {name: note.item() if isinstance(note, np.generic) else note for name, note in file.attrs.items()}
    file.close()
    return [weights, history, notes]


def tree(path):
    with h5py.File(str(path)) as file:
        return {name: tuple(int(length) for length in item.shape) for name, item in _walk(file).items()}
