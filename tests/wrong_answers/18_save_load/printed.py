"""A dict that is printed is JSON.

step: save_config
says: model.json is no JSON
"""

from pathlib import Path


def save_config(model, path):
    Path(path).write_text(str(model.get_config()))
