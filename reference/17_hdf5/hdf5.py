"""HDF5: folders, arrays and labels in one file, read and written piece by piece.

A group holds datasets and other groups, a dataset is an array on disk, an attribute is a small value on either. Every
function here takes `path` as a str or pathlib.Path and leaves the file closed.
"""

import h5py
import numpy as np
from keras import ops


def write_run(path, weights, history, notes):
    """Write what is left of a training into one file; a file that is there already is replaced.

    Args:
        path: str or pathlib.Path of the file.
        weights: dict from name to array or tensor of any rank. Each becomes a dataset of that name in the group
            "weights", with its values and dtype; those of rank >= 1 are compressed. A name may hold "/", as in
            "dense/kernel": then it leads through groups.
        history: dict from name to list of float. Each becomes a dataset of that name in the group "history".
        notes: dict from name to bool, int, float or str. Each becomes an attribute of the file's root.
    """
    # stub: which mode of h5py.File starts a file anew, and which arrays can be compressed?
    with h5py.File(path, "w") as file:
        group = file.create_group("weights")
        for name, value in weights.items():
            values = ops.convert_to_numpy(value)
            # Compression works chunk by chunk, and a scalar has no chunks.
            group.create_dataset(name, data=values, compression="gzip" if values.ndim else None)
        group = file.create_group("history")
        for name, numbers in history.items():
            group[name] = np.asarray(numbers)
        for name, note in notes.items():
            file.attrs[name] = note


def read_run(path):
    """Return what `write_run` wrote.

    Args:
        path: str or pathlib.Path of the file; it stays as it is.

    Returns:
        A tuple `(weights, history, notes)` of dicts: NumPy arrays by their names, in which "/" stands as it was given;
        lists of float; scalars, which may be NumPy's, and strings as str. Values and dtypes are those written.

    Raises:
        FileNotFoundError: there is no such file.
    """
    # stub: what does a dataset need to become an array, and how do you get at the groups within groups?
    with h5py.File(path, "r") as file:
        weights = {name: dataset[()] for name, dataset in _datasets(file["weights"]).items()}
        history = {name: dataset[()].tolist() for name, dataset in _datasets(file["history"]).items()}
        return weights, history, dict(file.attrs)


def tree(path):
    """Return what a file holds, without reading it.

    Args:
        path: str or pathlib.Path of any HDF5 file; it stays as it is.

    Returns:
        A dict from the path of each dataset, at any depth and without a leading slash, to its shape, a tuple.
    """
    # stub: does h5py walk through the groups for you, and what does it do with what your function returns?
    with h5py.File(path, "r") as file:
        return {name: dataset.shape for name, dataset in _datasets(file).items()}


def read_rows(path, name, start, stop):
    """Return some rows of a dataset that may be far larger than memory: only they are read.

    Args:
        path: str or pathlib.Path of the file; it stays as it is.
        name: str, the dataset's path in the file, such as "train/images".
        start: int >= 0, the first row.
        stop: int >= start, the row after the last one.

    Returns:
        A NumPy array `(stop - start, ...)` with the dataset's dtype.
    """
    # stub: what exactly is read from disk when a dataset is indexed?
    with h5py.File(path, "r") as file:
        return file[name][start:stop]


def append_rows(path, name, rows):
    """Put rows behind those that a dataset already has; the first call makes the dataset, and the file if need be.

    The rest of the file stays, and of the dataset, which may be far larger than memory, nothing is read.

    Args:
        path: str or pathlib.Path of the file.
        name: str, the dataset's path in the file, such as "log/loss"; groups on the way are made. A dataset that is
            there already can grow along its first axis.
        rows: array or tensor `(n, ...)`, n >= 1, with the dataset's dtype and, but for the first axis, its shape; on
            the first call it says what they are.
    """
    # stub: a dataset keeps its shape unless it was made to grow: what must it be told when it is made?
    rows = ops.convert_to_numpy(rows)
    with h5py.File(path, "a") as file:
        if name not in file:
            file.create_dataset(name, data=rows, maxshape=(None, *rows.shape[1:]))
            return
        dataset = file[name]
        end = dataset.shape[0]
        dataset.resize(end + len(rows), axis=0)
        dataset[end:] = rows


def read_kernel(path, layer_name):
    """Return a layer's kernel out of a file that Keras wrote, without building the model.

    Args:
        path: str of a file by `model.save_weights`, ending in `.weights.h5`, or by `model.save`, ending in `.h5`.
        layer_name: str, `layer.name` of a dense or convolutional layer of the model.

    Returns:
        The kernel, a NumPy array.

    Raises:
        ValueError: the file has no layer of that name, or one without a kernel.
    """
    # stub: print the tree of both kinds of file: where is a layer's own name to be found in each?
    with h5py.File(path, "r") as file:
        whole_model = "model_weights" in file
        kernel = _kernel_by_path(file, layer_name) if whole_model else _kernel_by_position(file, layer_name)
        if kernel is None:
            raise ValueError(f"{path} has no layer {layer_name!r} with a kernel")
        return kernel[()]


def _datasets(group):
    """Return the datasets at any depth below a group by their paths from there."""
    found = {}

    def note(name, item):
        # Returns nothing: a visit ends as soon as something comes back.
        if isinstance(item, h5py.Dataset):
            found[name] = item

    group.visititems(note)
    return found


def _kernel_by_path(file, layer_name):
    """Return the dataset of a kernel in a whole model: there weights have the names that Keras gives them."""
    # Not in the whole file: the optimizer's slots are named after the weights.
    datasets = _datasets(file["model_weights"])
    return next((datasets[name] for name in datasets if name.endswith(f"/{layer_name}/kernel")), None)


def _kernel_by_position(file, layer_name):
    """Return the dataset of a kernel in a weights file: there weights have numbers, and groups the names of classes."""

    def is_layer(_, item):
        return item if item.attrs.get("name") == layer_name else None

    layer = file.visititems(is_layer)
    first = None if layer is None else layer.get("0")
    # The first weight of a normalization is a vector: no kernel.
    return first if first is not None and first.ndim > 1 else None
