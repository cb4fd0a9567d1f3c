"""min_delta is for noise, and there is none here.

step: stopping_epoch
says: an improvement lies more than min_delta below the best
"""


def stopping_epoch(val_losses, patience, min_delta=0.0):
    best, wait = float("inf"), 0
    for epoch, loss in enumerate(val_losses):
        if loss < best:
            best, wait = loss, 0
        else:
            wait += 1
            if wait >= patience:
                return epoch
    return None
