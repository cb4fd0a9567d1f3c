"""A loss below the last one is an improvement.

step: stopping_epoch
says: lie below the epoch before, not below the best
"""


def stopping_epoch(val_losses, patience, min_delta=0.0):
    wait = 0
    for epoch, loss in enumerate(val_losses):
        if epoch == 0 or loss < val_losses[epoch - 1] - min_delta:
            wait = 0
        else:
            wait += 1
            if wait >= patience:
                return epoch
    return None
