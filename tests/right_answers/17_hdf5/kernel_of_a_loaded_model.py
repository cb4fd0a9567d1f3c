"""A whole model may be loaded, and of a visit's results the first one comes back."""

import h5py
import keras


def read_kernel(path, layer_name):
    if not path.endswith(".weights.h5"):
        model = keras.saving.load_model(path, compile=False)
        return model.get_layer(layer_name).kernel
    with h5py.File(path) as file:
        names = []
        file.visit(names.append)
        [group] = [file[name] for name in names if file[name].attrs.get("name") == layer_name]
        return group["0"][...]
