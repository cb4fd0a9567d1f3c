"""Attributes are labels, and labels are text.

step: read_run
says: as it was written, and of its kind
"""

import h5py


def read_run(path):
    def arrays(group):
        found = {}
        group.visititems(lambda name, item: found.update({name: item[()]} if hasattr(item, "shape") else {}))
        return found

    with h5py.File(path) as file:
        history = {name: values.tolist() for name, values in arrays(file["history"]).items()}
        return arrays(file["weights"]), history, {name: str(value) for name, value in file.attrs.items()}
