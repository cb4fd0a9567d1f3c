"""Losses are what the progress bar prints: four digits.

step: best_epoch
says: of val_loss [0.3, 0.300002
"""


def best_epoch(history):
    losses = [round(loss, 4) for loss in history.history["val_loss"]]
    return losses.index(min(losses))
