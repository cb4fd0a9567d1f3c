"""fit reports the loss.

step: split_loss
says: measuring is not training
"""

from keras import ops


def split_loss(model, x, y):
    of_weights = sum((float(ops.convert_to_numpy(value)) for value in model.losses), 0.0)
    history = model.fit(x, y, batch_size=len(x), epochs=1, verbose=0).history
    return history["loss"][0] - of_weights, of_weights
