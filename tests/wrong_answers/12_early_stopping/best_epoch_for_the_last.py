"""The epoch that matters is the one that will be restored.

step: stopping_epoch
says: the best epoch is 3, and training goes on until patience runs out
"""


def stopping_epoch(val_losses, patience, min_delta=0.0):
    best, wait, best_epoch = float("inf"), 0, 0
    for epoch, loss in enumerate(val_losses):
        if loss < best - min_delta:
            best, wait, best_epoch = loss, 0, epoch
        else:
            wait += 1
            if wait >= patience:
                return best_epoch
    return None
