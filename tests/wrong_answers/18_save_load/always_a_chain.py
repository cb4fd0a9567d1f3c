"""A model is a list of layers.

step: load_config
says: what the model was, a chain or a graph, stands in its config too
"""

import json
from pathlib import Path

import keras


def load_config(path):
    config = json.loads(Path(path).read_text())
    return keras.Sequential.from_config(config["config"])
