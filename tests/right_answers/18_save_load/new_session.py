"""A cleared session is in safe mode again; a config may say in its own way what class the model is of."""

import json
from pathlib import Path

import keras


def load_untrusted(path):
    keras.utils.clear_session()
    return keras.saving.load_model(path, safe_mode=True)


def save_config(model, path):
    kind = "chain" if isinstance(model, keras.Sequential) else "graph"
    Path(path).write_text(json.dumps({"kind": kind, "config": model.get_config()}), encoding="utf-8")


def load_config(path):
    saved = json.loads(Path(path).read_text(encoding="utf-8"))
    return {"chain": keras.Sequential, "graph": keras.Model}[saved["kind"]].from_config(saved["config"])
