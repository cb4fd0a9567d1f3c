"""Keras loads in safe mode, whatever anybody else has said.

step: load_untrusted
says: that switch may beat safe_mode=True
"""

import keras


def load_untrusted(path):
    return keras.saving.load_model(path, compile=str(path).endswith(".keras"), safe_mode=True)
