"""Two models have the same architecture if their layers have the same names.

step: load_weights
says: it holds the weights of a model of the very same architecture
"""

import h5py


def load_weights(model, path):
    names = []

    def note(name, group):
        if name.startswith("layers/") and "name" in group.attrs:
            names.append(group.attrs["name"])

    with h5py.File(path) as file:
        file.visititems(note)
    if sorted(names) != sorted(layer.name for layer in model.layers):
        raise ValueError(f"{path} is of another architecture")
    model.load_weights(path)
