"""A training that is never stopped stops at its last epoch.

step: stopping_epoch
says: Keras trains to the end: None
"""


def stopping_epoch(val_losses, patience, min_delta=0.0):
    best, wait, epoch = float("inf"), 0, -1
    for loss in val_losses:
        epoch += 1
        wait = 0 if loss < best - min_delta else wait + 1
        if wait == 0:
            best = loss
        elif wait >= patience:
            break
    return epoch
