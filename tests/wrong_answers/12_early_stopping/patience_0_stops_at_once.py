"""With no patience at all, training ends after the first epoch.

step: stopping_epoch
says: patience 0 is as short as 1
"""


def stopping_epoch(val_losses, patience, min_delta=0.0):
    best, wait = float("inf"), 0
    for epoch, loss in enumerate(val_losses):
        wait += 1
        if loss < best - min_delta:
            best, wait = loss, 0
        if wait >= patience:
            return epoch
    return None
