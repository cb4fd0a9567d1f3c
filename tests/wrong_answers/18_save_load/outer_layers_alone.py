"""The layers of a model are all that the list of its layers names.

step: load_untrusted
says: with the lambda of a Lambda layer in a model inside
"""

import json
import zipfile

import keras


def load_untrusted(path):
    if str(path).endswith(".keras"):
        with zipfile.ZipFile(path) as archive:
            config = json.loads(archive.read("config.json"))
        if any(layer["class_name"] == "Lambda" for layer in config["config"]["layers"]):
            raise ValueError(f"{path} carries code")
    return keras.saving.load_model(path, compile=False)
