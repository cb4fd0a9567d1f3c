"""What was a list may as well be an array.

step: read_run
says: expected a list, as it was written
"""

import h5py


def read_run(path):
    def arrays(group):
        found = {}
        group.visititems(lambda name, item: found.update({name: item[()]} if hasattr(item, "shape") else {}))
        return found

    with h5py.File(path) as file:
        return arrays(file["weights"]), arrays(file["history"]), dict(file.attrs)
