"""Early stopping: when to end a training, which of its weights to keep, and where to keep them.

The validation loss falls, turns and rises; the last weights are rarely the best.
"""

import keras


def stopping_epoch(val_losses, patience, min_delta=0.0):
    """Return the epoch after which `keras.callbacks.EarlyStopping` would end a training with these losses.

    A loss is an improvement if it lies more than `min_delta` below the best one so far; only an improvement becomes
    the best, and the first loss is one. Training ends as soon as `patience` epochs in a row brought none; `patience`
    0 ends it at the first of them, as 1 does. NaN is no improvement.

    Args:
        val_losses: list or array of float, the validation loss after each epoch; may be empty.
        patience: int >= 0, in epochs.
        min_delta: float >= 0.

    Returns:
        An int, the last epoch trained, counted from 0, or None where the losses end before patience does.

    Source: Prechelt 1998, Early Stopping - But When?
    """
    raise NotImplementedError("TODO: which two things must be remembered from one epoch to the next?")


def train_with_early_stopping(model, x, y, batch_size, epochs, validation_data, patience):
    """Train until the validation loss stops improving, and leave the model as it was at its best.

    Args:
        model: a compiled keras.Model; it is trained in place and ends with the weights of its lowest validation loss,
            also where all epochs were trained.
        x: inputs, `(n, ...)`.
        y: targets, `(n, ...)`.
        batch_size: int, samples a weight update.
        epochs: int, how many epochs it trains at most.
        validation_data: tuple `(x_val, y_val)`, measured after each epoch and never trained on.
        patience: int >= 0, how many epochs in a row without a new lowest validation loss end the training.

    Returns:
        The keras.callbacks.History of all epochs trained.
    """
    raise NotImplementedError(
        "TODO: Keras has a callback for this: what does it watch, and whose weights are left in the end?"
    )


def train_and_save_best(model, x, y, batch_size, epochs, validation_data, filepath):
    """Train for all epochs and keep a file of the model as it was at its lowest validation loss.

    Args:
        model: a compiled keras.Model; it is trained in place, with which weights it ends is free.
        x: inputs, `(n, ...)`.
        y: targets, `(n, ...)`.
        batch_size: int, samples a weight update.
        epochs: int, how many epochs it trains.
        validation_data: tuple `(x_val, y_val)`, measured after each epoch and never trained on.
        filepath: str that ends in `.keras`. A file that is there already is replaced. The new one loads as the whole
            model: layers, weights, loss, and the optimizer in the state it had then.

    Returns:
        The keras.callbacks.History of all epochs.
    """
    raise NotImplementedError("TODO: Keras has a callback that saves: how often does it, unless you say otherwise?")


class StopAtAccuracy(keras.callbacks.Callback):
    """Ends a training after the first epoch whose validation accuracy reaches a target.

    Args:
        target: float in [0, 1]; a `val_accuracy` equal to it reaches it.
    """

    def __init__(self, target):
        raise NotImplementedError("TODO: what must the callback know when an epoch ends?")

    def on_epoch_end(self, epoch, logs=None):
        """Let the training end if the target is reached.

        Args:
            epoch: int, counted from 0.
            logs: dict from name to float, what `fit` measured in this epoch.

        Raises:
            ValueError: `val_accuracy` is not among the logs; the text says so by that name.
        """
        raise NotImplementedError("TODO: where does an epoch's accuracy stand, and which switch of the model ends fit?")
