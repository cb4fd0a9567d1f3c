"""Patience 2 means that the third bad epoch is one too many.

step: stopping_epoch
says: it grants no further one
"""


def stopping_epoch(val_losses, patience, min_delta=0.0):
    best, wait = float("inf"), 0
    for epoch, loss in enumerate(val_losses):
        if loss < best - min_delta:
            best, wait = loss, 0
        else:
            wait += 1
            if wait > patience:
                return epoch
    return None
