"""The groups of a weights file have the names of the layers.

step: read_kernel
says: groups there are named after classes
"""

import h5py


def read_kernel(path, layer_name):
    with h5py.File(path) as file:
        if "model_weights" in file:
            group = file["model_weights"][layer_name]
            return group[next(name for name in group.attrs["weight_names"] if name.endswith("kernel"))][()]
        return file["layers"][layer_name]["vars"]["0"][()]
