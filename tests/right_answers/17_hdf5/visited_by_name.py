"""A visit may give names, objects, or objects by a lambda that returns nothing."""

import h5py


def tree(path):
    shapes = {}
    with h5py.File(path, "r") as file:
        file.visititems(lambda name, item: shapes.update({name: item.shape}) if hasattr(item, "shape") else None)
    return shapes


def read_rows(path, name, start, stop):
    with h5py.File(path, "r") as file:
        dataset = file
        for part in name.split("/"):
            dataset = dataset[part]
        return dataset[slice(start, stop), ...]
