"""Kata 12: what early stopping does, on trainings whose validation losses and accuracies follow a script."""

import keras
import numpy as np
import pytest
from keras import layers

from dojo import expect

NAN = float("nan")


def show(numbers):
    """Return numbers as a person would list them."""
    return ", ".join(f"{number:.4g}" for number in numbers)


def counted(epochs):
    """Return words for a number of epochs."""
    return f"{epochs:g} epoch" + "s" * (epochs != 1)


def short(got):
    """Return words for a result that may be anything."""
    return expect.show(got) if isinstance(got, (int, float, np.number)) else expect.kind(got)


def play(callback, script):
    """Send logs to a callback as `fit` does, epoch by epoch; return how many epochs were played."""
    model = keras.Sequential()
    callbacks = keras.callbacks.CallbackList([callback], add_history=True, model=model, epochs=len(script), steps=1)
    model.stop_training = False
    callbacks.on_train_begin()
    epoch, logs = -1, {}
    for epoch, logs in enumerate(script):
        training = {name: value for name, value in logs.items() if not name.startswith("val_")}
        testing = {name.removeprefix("val_"): value for name, value in logs.items() if name.startswith("val_")}
        callbacks.on_epoch_begin(epoch)
        callbacks.on_train_batch_begin(0)
        callbacks.on_train_batch_end(0, training)
        assert not model.stop_training, (
            f"training is told to stop inside epoch {epoch}, at the end of a batch — wait for the end of the epoch"
        )
        callbacks.on_test_begin()
        callbacks.on_test_batch_begin(0)
        callbacks.on_test_batch_end(0, testing)
        callbacks.on_test_end(testing)
        callbacks.on_epoch_end(epoch, logs)
        if model.stop_training:
            break
    callbacks.on_train_end(logs)
    return epoch + 1


class TestStoppingEpoch:
    def claim(self, attempt, val_losses, patience, expected, why, readings=None, **min_delta):
        """Claim that training on these losses ends after the epoch `expected`; `readings` say what others mean."""
        got = attempt.stopping_epoch(val_losses, patience, **min_delta)
        if got is None and expected is None:
            return
        delta = "".join(f" and min_delta {value}" for value in min_delta.values())
        what = f"for the losses {show(val_losses) or '(none)'} at patience {patience}{delta} it"
        if got is None or expected is None:
            raise AssertionError(f"{what} is {short(got)}, expected {expected} — {why}")
        epoch = expect.number(what, got)
        why = next((idea for idea, reading in (readings or {}).items() if epoch == reading), why)
        assert epoch == expected, f"{what} is {short(got)}, expected {expected} — {why}"

    @pytest.mark.parametrize(
        ("patience", "expected"), [pytest.param(p, e, id=f"patience {p}") for p, e in ((2, 5), (4, 7))]
    )
    def test_gives_patience_epochs_to_find_a_new_lowest_loss(self, attempt, patience, expected):
        why = "patience is how many epochs in a row may pass without a new lowest loss"
        readings = {
            "the best epoch is 3, and training goes on until patience runs out": 3,
            "epochs count from 0, and the best one, 3, uses up no patience": expected - 1,
            "training ends with the last of the `patience` epochs, it grants no further one; epochs count from 0": (
                expected + 1
            ),
        }
        losses = [6.0, 5.0, 4.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]
        self.claim(attempt, losses, patience, expected, why, readings)

    def test_stops_at_the_first_epoch_without_improvement_at_patience_0(self, attempt):
        why = "patience 0 is as short as 1: training ends with the first epoch that brings nothing better"
        self.claim(attempt, [5.0, 4.0, 3.0, 4.0, 5.0], 0, 3, why)

    @pytest.mark.parametrize(
        ("val_losses", "patience"),
        [
            pytest.param([5.0, 4.0, 3.0, 2.0], 1, id="always better"),
            pytest.param([5.0, 3.0, 4.0, 4.0], 3, id="patience outlasts the losses"),
            pytest.param([5.0], 0, id="one epoch"),
            pytest.param([], 2, id="no epoch"),
        ],
    )
    def test_is_none_where_nothing_ends_the_training(self, attempt, val_losses, patience):
        why = "patience does not run out here, so Keras trains to the end: None"
        self.claim(attempt, val_losses, patience, None, why)

    def test_begins_to_wait_anew_after_an_improvement(self, attempt):
        why = "every improvement sets the count back to 0; only epochs in a row use patience up"
        self.claim(attempt, [5.0, 6.0, 4.0, 6.0, 3.0, 6.0, 6.0, 6.0], 2, 6, why)

    def test_compares_with_the_best_not_with_the_epoch_before(self, attempt):
        why = "4.5 and 4 lie below the epoch before, not below the best, 3: no improvement"
        self.claim(attempt, [5.0, 3.0, 5.0, 4.5, 4.0, 3.5], 3, 4, why)

    def test_never_sees_what_would_have_come_later(self, attempt):
        why = "training is over before the lowest loss of all: it ends the first time that patience runs out"
        self.claim(attempt, [4.0, 5.0, 5.0, 1.0, 5.0, 5.0, 5.0], 2, 2, why)

    def test_takes_a_tie_for_no_improvement(self, attempt):
        self.claim(attempt, [4.0, 3.0, 3.0, 3.0, 3.0], 2, 3, "as low as the best is not lower")

    def test_takes_nan_for_no_improvement(self, attempt):
        self.claim(
            attempt, [4.0, 3.0, NAN, NAN, 2.0], 2, 3, "NaN is never below anything: those epochs use patience up"
        )

    @pytest.mark.parametrize(
        ("val_losses", "expected"),
        [
            pytest.param([8.0, 7.5, 7.25, 6.75], 2, id="less than min_delta"),
            pytest.param([8.0, 7.0, 7.0, 6.0], 2, id="just min_delta"),
        ],
    )
    def test_asks_for_more_than_min_delta(self, attempt, val_losses, expected):
        why = "an improvement lies more than min_delta below the best, and by just min_delta is not more"
        self.claim(attempt, val_losses, 2, expected, why, min_delta=1.0)

    def test_keeps_the_best_where_min_delta_is_missed(self, attempt):
        why = "what is no improvement does not become the best either: 6.75 is compared with 8, not with 7.25"
        self.claim(attempt, [8.0, 7.5, 7.25, 6.75, 6.5, 6.25, 6.0], 3, 6, why, min_delta=1.0)

    def test_takes_an_array_of_losses(self, attempt):
        val_losses = np.array([5.0, 4.0, 4.5, 4.25], "float32")
        self.claim(attempt, val_losses, 2, 3, "an array of losses is read like a list")

    def test_agrees_with_keras(self, attempt):
        random = np.random.default_rng(0)
        for case in range(48):
            patience, min_delta = case % 4, (0.0, 0.25, 0.5)[case % 3]
            # Quarters: their sums and differences are exact, and ties are frequent.
            val_losses = [float(loss) for loss in random.integers(0, 16, random.integers(1, 12)) / 4]
            stopping = keras.callbacks.EarlyStopping(patience=patience, min_delta=min_delta, mode="min")
            epochs = play(stopping, [{"val_loss": loss} for loss in val_losses])
            expected = epochs - 1 if stopping.model.stop_training else None

            why = "that is where keras.callbacks.EarlyStopping stops"
            self.claim(attempt, val_losses, patience, expected, why, min_delta=min_delta)


RATE = 0.5  # and two updates an epoch: the weight that counts moves by 1 an epoch
TRAINING = np.tile(np.float32([1, 0]), (8, 1)), np.full((8, 1), 1000, "float32")
VALIDATION = np.tile(np.float32([0, 1]), (4, 1)), np.zeros((4, 1), "float32")
BATCH_SIZE = 4
LONGEST = 12


def scripted(val_losses, statistics=False):
    """Return a compiled model whose validation loss after the n-th epoch is the n-th of `val_losses`.

    One weight, `count`, is trained. For a training sample (1, 0) the model gives that weight, which is far below its
    target, so under the mean absolute error each update adds RATE to it. For a validation sample (0, 1) it looks the
    count up in the script: a chain of frozen layers joins the losses by straight lines.
    """
    heights = np.concatenate([val_losses[:1], val_losses, np.repeat(val_losses[-1], LONGEST - len(val_losses))])
    slopes = np.diff(heights)
    inputs = keras.Input((2,))
    is_training, is_validation = inputs[:, :1], inputs[:, 1:]
    count = layers.Dense(1, use_bias=False, kernel_initializer="zeros", name="count")(is_training + is_validation)
    ramps = layers.Dense(LONGEST, activation="relu", trainable=False)
    look_up = layers.Dense(1, trainable=False)
    outputs = is_training * count + is_validation * look_up(ramps(count))
    if statistics:
        # Adds nothing, but its moving mean goes half of what is left to 1 at each update.
        ones = is_training + is_validation
        outputs = outputs + 0.0 * layers.BatchNormalization(momentum=0.5, center=False, scale=False, name="norm")(ones)
    model = keras.Model(inputs, outputs)
    ramps.set_weights([np.ones((1, LONGEST)), -np.arange(LONGEST)])
    look_up.set_weights([np.diff(slopes, prepend=0.0)[:, None], heights[:1]])
    model.compile(optimizer=keras.optimizers.SGD(RATE), loss="mean_absolute_error", metrics=["accuracy"])
    return model


def epochs_in(model):
    """Return how many epochs' updates are in the weights of a scripted model."""
    return float(expect.array("the weight", model.get_layer("count").kernel).item())


def losses_in(history):
    """Return the validation losses of what should be a History, one an epoch."""
    record = expect.history("the result", history).history
    assert isinstance(record, dict), f"the history of the result is {expect.kind(record)}, expected a dict"
    assert "val_loss" in record, (
        f"the history holds {', '.join(map(str, record)) or 'nothing'}, no val_loss — hand validation_data on to fit"
    )
    losses = record["val_loss"]
    assert isinstance(losses, (list, tuple)), f"the history's val_loss is {expect.kind(losses)}, expected a list"
    return [expect.number("a val_loss in the history", loss) for loss in losses]


def claim_losses(losses, val_losses):
    """Claim the validation losses of a training; they are those of the script only if its weight moved in time."""
    assert len(losses) == len(val_losses), (
        f"with validation losses {show(val_losses)} training took {counted(len(losses))}, expected {len(val_losses)} — "
        "each is a new lowest, so all `epochs` are trained; does every argument arrive where it belongs?"
    )
    why = f"batch_size goes on to fit: {len(TRAINING[0])} samples at {BATCH_SIZE} are 2 updates an epoch, on all of x"
    if min(losses) > 900:
        why = "those are losses of x and y; validation_data is what is measured"
    assert losses == val_losses, f"the history's val_loss is {show(losses)}, expected {show(val_losses)} — {why}"


class TestTrainWithEarlyStopping:
    def train(self, attempt, model, epochs, patience):
        """Train a scripted model and return the validation losses of its history."""
        return losses_in(attempt.train_with_early_stopping(model, *TRAINING, BATCH_SIZE, epochs, VALIDATION, patience))

    def test_trains_on_batches_and_measures_validation_data(self, attempt):
        val_losses = [5.0, 4.0, 3.0, 2.0]

        claim_losses(self.train(attempt, scripted(val_losses), 4, 4), val_losses)

    @pytest.mark.parametrize(
        ("val_losses", "patience", "length", "best"),
        [
            pytest.param([5.0, 4.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0], 2, 5, {3}, id="turns for good"),
            pytest.param([6.0, 3.0, 5.0, 4.0, 2.875, 3.0, 3.0, 3.0, 1.0], 3, 8, {5}, id="recovers once"),
            pytest.param([4.0, 3.0, 3.0, 3.0, 3.0, 3.0], 2, 4, {2, 3, 4}, id="stays level"),
            pytest.param([5.0, 4.0, 3.0, 4.0, 5.0], 4, 5, {3}, id="patience never runs out"),
            pytest.param([2.0, 3.0, 4.0, 5.0], 2, 3, {1}, id="best first"),
            pytest.param([n / 16384 for n in (10, 9, 8, 7, 256)], 2, 5, {4}, id="gets better by little"),
        ],
    )
    def test_stops_in_time_and_goes_back_to_the_best(self, attempt, val_losses, patience, length, best):
        model = scripted(val_losses)
        losses = self.train(attempt, model, len(val_losses), patience)

        said = f"with validation losses {show(val_losses)} and patience {patience}"
        why = "patience counts epochs in a row without a new lowest val_loss, however small the step"
        if len(losses) == len(val_losses):
            why = "nothing stopped it: is the callback in fit's list, with this patience, and does it watch val_loss?"
        assert len(losses) == length, f"{said} training took {counted(len(losses))}, expected {length} — {why}"
        claim_losses(losses, val_losses[:length])
        left = epochs_in(model)
        why = "the weights of the lowest val_loss, also where patience never ran out"
        if left == length:
            why = "the last weights are not the best: EarlyStopping must be asked to put those back"
        assert left in best, (
            f"{said} the model ends with the weights after {counted(left)}, expected after {min(best)} — {why}"
        )

    def test_puts_weights_back_that_are_not_trained(self, attempt):
        model = scripted([5.0, 4.0, 3.0, 4.0, 5.0], statistics=True)
        self.train(attempt, model, 5, 1)

        why = "moving statistics are weights too, though no gradient moves them: model.get_weights() has all"
        got = model.get_layer("norm").moving_mean
        expect.close("a moving mean whose best epoch is 3 of 4", got, np.full(1, 1 - 0.5**6), why)


class TestTrainAndSaveBest:
    def train(self, attempt, model, epochs, path):
        """Train a scripted model and return the validation losses of its history."""
        return losses_in(attempt.train_and_save_best(model, *TRAINING, BATCH_SIZE, epochs, VALIDATION, str(path)))

    def load(self, path):
        """Return the model that the file holds."""
        expect.file(path)
        with expect.works(f"{path.name} does not load", "it must hold the whole model, not only its weights"):
            return expect.model(f"what {path.name} holds", keras.saving.load_model(path))

    def test_trains_on_batches_and_measures_validation_data(self, attempt, tmp_path):
        val_losses = [5.0, 4.0, 3.0, 2.0]

        claim_losses(self.train(attempt, scripted(val_losses), 4, tmp_path / "best.keras"), val_losses)

    def test_file_holds_the_weights_of_the_lowest_validation_loss(self, attempt, tmp_path):
        path, val_losses = tmp_path / "best.keras", [4.0, 2.0, 5.0, 1.875, 3.0]
        losses = self.train(attempt, scripted(val_losses), 5, path)

        said = f"with validation losses {show(val_losses)}"
        assert len(losses) == 5, f"{said} training took {counted(len(losses))}, expected 5 — it saves, it does not stop"
        kept = epochs_in(self.load(path))
        why = {
            2: "a later epoch may be better still, and it replaces the file",
            3: "that is the highest loss: lower is better",
            5: "those are the last weights: save only where val_loss is a new lowest",
        }.get(kept, "val_loss decides, and lower is better")
        assert kept == 4, f"{said} the file holds the weights after {counted(kept)}, expected after 4 — {why}"

    def test_file_holds_the_whole_compiled_model(self, attempt, tmp_path):
        path = tmp_path / "model.keras"
        self.train(attempt, scripted([4.0, 3.0, 5.0, 6.0]), 4, path)

        loaded = self.load(path)
        assert loaded.compiled, "the file holds a model that is not compiled — save it as it is, optimizer and loss too"
        loss = loaded.evaluate(*VALIDATION, verbose=0, return_dict=True).get("loss")
        why = "the lowest of 4, 3, 5, 6, by the loss the model was compiled with"
        expect.close("the loss that the loaded model has on validation_data", loss, 3.0, why)
        updates = expect.number("the optimizer's iterations", loaded.optimizer.iterations)
        assert updates == 4, (
            f"the loaded optimizer has made {updates:g} updates, expected 4, two in each epoch up to the best — save "
            "the whole model in that epoch, its optimizer too, and do not compile it anew"
        )
        rate = expect.number("the learning rate", loaded.optimizer.learning_rate)
        assert rate == RATE, f"the loaded optimizer has a learning rate of {rate:g}, expected {RATE}, the model's own"

    def test_replaces_the_file_of_an_earlier_training(self, attempt, tmp_path):
        path = tmp_path / "best.keras"
        scripted([1.0]).save(path)
        self.train(attempt, scripted([2.0, 3.0, 4.0]), 3, path)

        kept = epochs_in(self.load(path))
        why = "the best of this training, here the first, replaces what was there"
        assert kept == 1, (
            f"over an older file, training with validation losses 2, 3, 4 leaves the weights after {counted(kept)}, "
            f"expected after 1 — {'the older file is still there' if kept == 0 else why}"
        )


class TestStopAtAccuracy:
    def callback(self, attempt, target):
        callback = attempt.StopAtAccuracy(target)
        assert isinstance(callback, keras.callbacks.Callback), (
            f"StopAtAccuracy({target}) is {expect.kind(callback)}, expected a keras.callbacks.Callback"
        )
        return callback

    def logs(self, val_accuracies, accuracy=0.0):
        return [
            {"accuracy": accuracy, "loss": 1.0, "val_accuracy": value, "val_loss": 1.0 - value / 2}
            for value in val_accuracies
        ]

    def claim(self, callback, target, script, expected, why, accuracy=0.0):
        """Claim after how many epochs a training with this script is over."""
        try:
            epochs = play(callback, self.logs(script, accuracy))
        except StopIteration as error:
            said = "it raises StopIteration, which comes out of fit as an error — set self.model.stop_training to True"
            raise AssertionError(said) from error
        except KeyError as error:
            said = f"it looks for {error} in the logs of an epoch, which hold {', '.join(self.logs(script)[0])}"
            raise AssertionError(said) from error
        if epochs == len(script):
            why = "nothing stopped it: is it val_accuracy that reaches, and self.model.stop_training that is set?"
        assert epochs == expected, (
            f"with target {target:g} and val_accuracy {show(script)} training took {counted(epochs)}, expected "
            f"{expected} — {why}"
        )

    @pytest.mark.parametrize(
        ("target", "val_accuracies", "expected"),
        [
            pytest.param(0.6, [0.25, 0.5, 0.75, 0.875, 1.0], 3, id="passed"),
            pytest.param(0.75, [0.25, 0.5, 0.75, 0.875, 1.0], 3, id="just reached"),
            pytest.param(0.4, [0.5, 0.75, 1.0], 1, id="in the first epoch"),
            pytest.param(0.9, [0.25, 0.875, 0.5, 1.0, 0.25], 4, id="after a fall"),
        ],
    )
    def test_stops_after_the_first_epoch_that_reaches_the_target(self, attempt, target, val_accuracies, expected):
        why = "it ends with the first epoch whose val_accuracy is the target or more: set self.model.stop_training"
        self.claim(self.callback(attempt, target), target, val_accuracies, expected, why)

    def test_lets_a_training_that_never_gets_there_run(self, attempt):
        why = "the target is never reached, so nothing ends the training"
        self.claim(self.callback(attempt, 0.75), 0.75, [0.5, 0.25, 0.625, 0.5, 0.5], 5, why)

    def test_does_not_look_at_the_training_accuracy(self, attempt):
        why = "accuracy, on the training data, is 1 throughout: val_accuracy is what counts"
        self.claim(self.callback(attempt, 0.75), 0.75, [0.25, 0.5, 0.75, 0.875, 1.0], 3, why, accuracy=1.0)

    def test_serves_a_second_training(self, attempt):
        callback = self.callback(attempt, 0.75)
        play(callback, self.logs([0.5, 1.0]))

        why = "in the second training of one callback: what it remembers of the first must not count"
        self.claim(callback, 0.75, [0.25, 0.5, 0.75, 0.875, 1.0], 3, why)

    def test_keeps_the_target_of_each_callback(self, attempt):
        callback, _ = self.callback(attempt, 0.25), self.callback(attempt, 0.9)

        self.claim(
            callback, 0.25, [0.125, 0.5, 1.0, 1.0], 2, "a second callback with target 0.9 must not change the first"
        )

    def test_stops_fit(self, attempt):
        # For the target 1 an output above 0.5 is right.
        model, callback = scripted([0.25, 0.0, 0.75, 0.25, 0.75]), self.callback(attempt, 0.75)
        validation = VALIDATION[0], np.ones_like(VALIDATION[1])
        with expect.works(
            "fit fails with it", "it ends a training by self.model.stop_training = True, not by an error"
        ):
            history = model.fit(
                *TRAINING, BATCH_SIZE, epochs=5, validation_data=validation, callbacks=[callback], verbose=0
            )

        seen = history.history["val_accuracy"]
        assert seen == [0.0, 0.0, 1.0], (
            f"with target 0.75 fit ends after val_accuracy {show(seen)}, expected after 0, 0, 1 — does it set "
            "stop_training of self.model, the model that fit trains?"
        )

    @pytest.mark.parametrize(
        ("missing", "logs"),
        [
            pytest.param("validation data", {"accuracy": 1.0, "loss": 1.0}, id="no validation data"),
            pytest.param("an accuracy metric", {"loss": 1.0, "val_loss": 1.0}, id="no accuracy"),
        ],
    )
    def test_says_that_there_is_no_val_accuracy(self, attempt, missing, logs):
        callback = self.callback(attempt, 0.75)

        what, why = f"a training without {missing}", "what can never be reached would otherwise go unnoticed"
        error, _ = expect.error_of(lambda: play(callback, [logs] * 2))
        assert error is not None, f"{what} goes on in silence, expected an error that names val_accuracy — {why}"
        said = f"{type(error).__name__}: {str(error)[:200]}"
        assert "val_accuracy" in said, f"{what} raises {said}, expected an error that names val_accuracy"
