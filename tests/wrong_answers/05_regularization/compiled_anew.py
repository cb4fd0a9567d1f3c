"""Compiling a model changes nothing in it.

step: split_loss
says: the same optimizer in the same state
"""

from keras import ops


def split_loss(model, x, y):
    of_weights = sum((float(ops.convert_to_numpy(value)) for value in model.losses), 0.0)
    loss_weights = {"left": 3.0, "right": 0.5} if isinstance(y, dict) else None
    model.compile(optimizer="adam", loss=model.loss, loss_weights=loss_weights)
    return model.evaluate(x, y, verbose=0, return_dict=True)["loss"] - of_weights, of_weights
