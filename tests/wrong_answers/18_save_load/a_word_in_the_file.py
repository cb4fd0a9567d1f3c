"""Where there is code, there is the word lambda.

step: load_untrusted
says: what counts is what a layer is, not what it is called
"""

from pathlib import Path

import keras


def load_untrusted(path):
    if b"lambda" in Path(path).read_bytes():
        raise ValueError(f"{path} carries code")
    return keras.saving.load_model(path, compile=False)
