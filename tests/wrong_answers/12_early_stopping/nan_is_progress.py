"""Whatever is not above the best is an improvement.

step: stopping_epoch
says: NaN is never below anything
"""


def stopping_epoch(val_losses, patience, min_delta=0.0):
    best, wait = float("inf"), 0
    for epoch, loss in enumerate(val_losses):
        if loss >= best - min_delta:
            wait += 1
            if wait >= patience:
                return epoch
        else:
            best, wait = loss, 0
    return None
