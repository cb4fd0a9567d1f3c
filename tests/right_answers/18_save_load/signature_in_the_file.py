"""A file may say itself what it was made for; what its attributes hold beside that is nobody's concern."""

import json

import h5py


def _signature(model):
    def walk(layer):
        inner = [walk(part) for part in getattr(layer, "layers", [])]
        return [type(layer).__name__, [list(weight.shape) for weight in layer.weights], inner]

    return json.dumps(walk(model))


def save_weights(model, path):
    model.save_weights(path)
    with h5py.File(path, "a") as file:
        file.attrs["made_for"] = _signature(model)


def load_weights(model, path):
    with h5py.File(path, "r") as file:
        if file.attrs["made_for"] != _signature(model):
            raise ValueError(f"{path} was made for another architecture")
    model.load_weights(path)
