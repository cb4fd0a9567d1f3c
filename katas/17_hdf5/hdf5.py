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
    raise NotImplementedError("TODO: which mode of h5py.File starts a file anew, and which arrays can be compressed?")


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
    raise NotImplementedError(
        "TODO: what does a dataset need to become an array, and how do you get at the groups within groups?"
    )


def tree(path):
    """Return what a file holds, without reading it.

    Args:
        path: str or pathlib.Path of any HDF5 file; it stays as it is.

    Returns:
        A dict from the path of each dataset, at any depth and without a leading slash, to its shape, a tuple.
    """
    raise NotImplementedError(
        "TODO: does h5py walk through the groups for you, and what does it do with what your function returns?"
    )


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
    raise NotImplementedError("TODO: what exactly is read from disk when a dataset is indexed?")


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
    raise NotImplementedError(
        "TODO: a dataset keeps its shape unless it was made to grow: what must it be told when it is made?"
    )


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
    raise NotImplementedError(
        "TODO: print the tree of both kinds of file: where is a layer's own name to be found in each?"
    )
