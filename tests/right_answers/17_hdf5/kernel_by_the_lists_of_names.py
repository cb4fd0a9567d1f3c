"""A whole model lists its layers and weights in attributes, and a weights file has few groups to go through."""

import h5py


def read_kernel(path, layer_name):
    with h5py.File(path, "r") as file:
        if str(path).endswith(".weights.h5"):
            for group in file["layers"].values():
                if group["vars"].attrs["name"] == layer_name:
                    return group["vars"]["0"][:]
            raise KeyError(layer_name)
        layer = file["model_weights"][layer_name]
        (name,) = [name for name in layer.attrs["weight_names"] if name.split("/")[-1] == "kernel"]
        return layer[name][:]
