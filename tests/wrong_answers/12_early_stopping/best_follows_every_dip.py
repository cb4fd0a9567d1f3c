"""The best loss is the lowest one, whether it counted as an improvement or not.

step: stopping_epoch
says: what is no improvement does not become the best either
"""


def stopping_epoch(val_losses, patience, min_delta=0.0):
    best, wait = float("inf"), 0
    for epoch, loss in enumerate(val_losses):
        wait = 0 if loss < best - min_delta else wait + 1
        best = min(best, loss)
        if wait and wait >= patience:
            return epoch
    return None
