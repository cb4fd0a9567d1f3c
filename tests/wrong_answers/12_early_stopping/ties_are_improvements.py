"""To be as good as the best is to be the best.

step: stopping_epoch
says: as low as the best is not lower
"""


def stopping_epoch(val_losses, patience, min_delta=0.0):
    best, wait = float("inf"), 0
    for epoch, loss in enumerate(val_losses):
        if loss <= best - min_delta:
            best, wait = loss, 0
        else:
            wait += 1
            if wait >= patience:
                return epoch
    return None
