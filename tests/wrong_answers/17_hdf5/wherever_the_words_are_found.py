"""A path with the layer's name and "kernel" in it leads to the layer's kernel.

step: read_kernel
says: expected an error
"""

import h5py


def read_kernel(path, layer_name):
    kernels = []

    def note(name, item):
        if "model_weights" in item.file and isinstance(item, h5py.Dataset):
            if layer_name in name and name.endswith("/kernel"):
                kernels.append(item[()])
        elif layer_name == item.attrs.get("name"):
            kernels.append(item["0"][()])

    with h5py.File(path) as file:
        file.visititems(note)
    return min(kernels, key=lambda kernel: kernel.ndim)
