"""The switch may be turned for the time of loading, if it is turned back."""

import keras
from keras.src.backend.common.global_state import get_global_attribute, set_global_attribute


def load_untrusted(path):
    before = get_global_attribute("safe_mode_saving")
    set_global_attribute("safe_mode_saving", True)
    try:
        return keras.saving.load_model(path, safe_mode=True)
    finally:
        set_global_attribute("safe_mode_saving", before)


def resume(path, x, y, batch_size, epochs):
    model = keras.saving.load_model(str(path))
    history = model.fit(x, y, batch_size=batch_size, initial_epoch=3, epochs=3 + epochs, shuffle=False, verbose=2)
    keras.saving.save_model(model, path)
    return history.history
