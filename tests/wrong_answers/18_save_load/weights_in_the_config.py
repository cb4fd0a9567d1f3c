"""A config without the weights is of no use.

step: save_config
says: is another when only weights have changed
"""

import json
from pathlib import Path


def save_config(model, path):
    config = json.loads(model.to_json())
    config["weights"] = [weight.tolist() for weight in model.get_weights()]
    Path(path).write_text(json.dumps(config))
