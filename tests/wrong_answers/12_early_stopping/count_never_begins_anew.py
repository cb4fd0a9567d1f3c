"""Patience is how many bad epochs a training may have.

step: stopping_epoch
says: every improvement sets the count back to 0
"""


def stopping_epoch(val_losses, patience, min_delta=0.0):
    best, bad = float("inf"), 0
    for epoch, loss in enumerate(val_losses):
        if loss < best - min_delta:
            best = loss
        else:
            bad += 1
            if bad >= patience:
                return epoch
    return None
