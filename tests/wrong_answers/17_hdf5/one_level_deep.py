"""A group holds datasets.

step: tree
says: a group may hold groups
"""

import h5py


def tree(path):
    shapes = {}
    with h5py.File(path) as file:
        for name, item in file.items():
            if isinstance(item, h5py.Dataset):
                shapes[name] = item.shape
            else:
                shapes |= {f"{name}/{key}": part.shape for key, part in item.items() if isinstance(part, h5py.Dataset)}
    return shapes
