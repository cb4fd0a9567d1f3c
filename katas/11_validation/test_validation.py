"""Kata 11: validation is seen in what is measured, what is left out of training, and how samples are shared out."""

from itertools import islice, pairwise

import keras
import numpy as np
import pytest
from keras import ops

from dojo import expect
from dojo.inputs import normal


def as_tensors(*arrays):
    return tuple(ops.convert_to_tensor(array) for array in arrays)


class TestTrainWithValidation:
    X, Y = normal(12, 2), normal(12, 1, seed=1)
    # Drawn from elsewhere, so that no loss is like one on the training samples.
    X_VAL, Y_VAL = normal(20, 2, seed=2) + 1, normal(20, 1, seed=3) - 2
    START, RATE = np.array([[0.5], [-1.0], [0.25]]), 0.1  # kernel and bias

    def model(self):
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        model.layers[0].set_weights([self.START[:2], self.START[2]])
        model.compile(optimizer=keras.optimizers.SGD(self.RATE), loss="mean_squared_error", metrics=["mae"])
        return model

    def train(self, attempt, model, batch_size=40, epochs=3, data=(X, Y), **validation_data):
        history = attempt.train_with_validation(model, *data, batch_size, epochs, **validation_data)
        return expect.history("the result", history)

    def curve(self, history, name, epochs=3):
        """Return what the history holds under a name, one number an epoch."""
        found = history.history
        assert isinstance(found, dict), f"history.history is {expect.kind(found)}, expected a dict"
        assert name in found, (
            f"history.history holds {', '.join(map(str, found)) or 'nothing'}, expected {name} too — fit notes it "
            "where it is given the validation data"
        )
        assert isinstance(found[name], (list, tuple)), (
            f"history.history['{name}'] is {expect.kind(found[name])}, expected a list with a number for each epoch"
        )
        values = [expect.number(f"a value of history.history['{name}']", value) for value in found[name]]
        assert len(values) == epochs, (
            f"after {epochs} epochs history.history['{name}'] has length {len(values)}, expected one number an epoch"
        )
        return np.array(values)

    def descend(self, x, y, epochs=3):
        """Return kernel and bias, stacked, after 0, 1, … epochs of gradient descent, a batch of all samples each."""
        seen, rows = [self.START], np.c_[x, np.ones(len(x))]
        for _ in range(epochs):
            seen.append(seen[-1] - self.RATE * 2 / len(x) * rows.T @ (rows @ seen[-1] - y))
        return seen

    def losses(self, weights, x, y):
        """Return the mean squared error that each of these weights has."""
        return np.array([np.mean((np.c_[x, np.ones(len(x))] @ each - y) ** 2) for each in weights])

    def claim_trained_on(self, model, x, y, readings, otherwise):
        got = np.concatenate([expect.array("a weight", weight).reshape(-1, 1) for weight in model.weights])
        readings = {"the weights are as they were: train the model that was given": self.START, **readings}
        for n in range(1, len(x)):
            why = f"only the first {n} samples trained: split nothing off, all of x and y train"
            readings[why] = self.descend(x[:n], y[:n])[-1]
        expected = self.descend(x, y)[-1]
        what = f"after three epochs of one batch on {len(x)} training samples kernel and bias"
        expect.close(what, got.ravel(), expected.ravel(), expect.meaning(got, readings, otherwise))

    def test_never_trains_on_the_validation_data(self, attempt):
        model = self.model()
        self.train(attempt, model, validation_data=(self.X_VAL, self.Y_VAL))

        both = np.concatenate([self.X, self.X_VAL]), np.concatenate([self.Y, self.Y_VAL])
        readings = {
            "the validation data trained along: they are to be measured only": self.descend(*both)[-1],
            "the validation data trained, and not the training samples": self.descend(self.X_VAL, self.Y_VAL)[-1],
        }
        otherwise = "all training samples train, no others do, as often as there are epochs"
        self.claim_trained_on(model, self.X, self.Y, readings, otherwise)

    @pytest.mark.parametrize("kind", ["arrays", "tensors"])
    def test_measures_the_validation_data_after_each_epoch(self, attempt, kind):
        data, held_out = (self.X, self.Y), (self.X_VAL, self.Y_VAL)
        if kind == "tensors":
            data, held_out = as_tensors(*data), as_tensors(*held_out)
        history = self.train(attempt, self.model(), 12, data=data, validation_data=held_out)

        weights = self.descend(self.X, self.Y)
        of_all = self.losses(weights, self.X_VAL, self.Y_VAL)
        readings = {
            "that is the loss before each epoch: measure the weights that it ends with": of_all[:-1],
            "that is the last loss again and again: measure after each epoch": np.full(3, of_all[-1]),
            "that is the loss on the training samples": self.losses(weights, self.X, self.Y)[1:],
            "that is the loss that training reports": self.losses(weights, self.X, self.Y)[:-1],
        }
        got = self.curve(history, "val_loss")
        why = expect.meaning(
            got, readings, "the loss that each epoch's last weights have on all of the validation data, and on it alone"
        )
        expect.close("history.history['val_loss']", got, of_all[1:], why)

    def test_updates_once_a_batch(self, attempt):
        model = self.model()
        history = self.train(attempt, model, batch_size=5, epochs=2, validation_data=(self.X_VAL, self.Y_VAL))
        self.curve(history, "loss", epochs=2)

        updates = int(expect.number("optimizer.iterations", model.optimizer.iterations))
        assert updates == 6, (
            f"12 samples in batches of 5 for two epochs make {updates} weight updates, expected 6 — three batches an "
            "epoch, the short one too; measuring makes none"
        )

    def test_trains_on_every_sample_without_validation_data(self, attempt):
        model = self.model()
        history = self.train(attempt, model)
        self.curve(history, "loss")

        measured = [name for name in history.history if str(name).startswith("val_")]
        assert not measured, (
            f"without validation data the history holds {measured[0]}, expected none — with validation_data=None "
            "nothing is held out and nothing measured"
        )
        otherwise = "with validation_data=None nothing is held out: every sample trains"
        self.claim_trained_on(model, self.X, self.Y, {}, otherwise)


class TestBestEpoch:
    def claim(self, attempt, val_loss, expected, **others):
        history = keras.callbacks.History()
        history.epoch = list(range(len(val_loss)))
        # Losses on the training samples that get better and better, as they do.
        falling = [1.0 / (2 + epoch) for epoch in history.epoch]
        history.history = {"loss": falling, **others, "val_loss": val_loss}
        history.set_params({"verbose": 0, "epochs": len(val_loss), "steps": 1})
        with expect.works("the History of a training is refused", "its .history is the dict, a list for each name"):
            got = attempt.best_epoch(history)
        assert got is not None, f"of val_loss {val_loss} the best epoch is None, expected {expected} — no `return`?"
        got = expect.number(f"the best epoch of val_loss {val_loss}", got)

        lowest = min(val_loss)
        rises = [epoch for epoch, (loss, then) in enumerate(pairwise(val_loss)) if then > loss]
        readings = {
            "epochs are counted from 0": expected + 1,
            "of equal losses the first epoch wins": len(val_loss) - 1 - val_loss[::-1].index(lowest),
            "that is where it rises for the first time: later it may fall again": rises[0] if rises else np.inf,
            "that is the lowest loss, not the epoch in which it was reached": lowest,
            "that is the last epoch, where the training loss is lowest: what counts is val_loss": len(val_loss) - 1,
            "that is where the validation loss is highest: a loss is better the lower it is": val_loss.index(
                max(val_loss)
            ),
        }
        why = expect.meaning(got, readings, "zero-based, where val_loss is lowest")
        assert got == expected, f"of val_loss {val_loss} the best epoch is {got:g}, expected {expected} — {why}"

    @pytest.mark.parametrize(
        ("val_loss", "expected"),
        [
            pytest.param([0.9, 0.5, 0.7, 0.3, 0.4, 0.6, 0.5], 3, id="in the middle"),
            pytest.param([0.25, 0.5, 0.75], 0, id="the first"),
            pytest.param([900.0, 500.0, 450.5, 450.25], 3, id="the last"),
            pytest.param([0.5], 0, id="the only one"),
            pytest.param([0.1, -0.5, -3.0, -2.0], 2, id="below zero"),
            pytest.param([0.3, 0.300002, 0.299998, 0.3], 2, id="by little"),
        ],
    )
    def test_is_where_the_validation_loss_is_lowest(self, attempt, val_loss, expected):
        self.claim(attempt, val_loss, expected)

    def test_is_the_first_of_equals(self, attempt):
        self.claim(attempt, [0.75, 0.5, 0.25, 0.5, 0.25, 0.25, 0.5], 2)

    def test_looks_at_no_metric(self, attempt):
        metrics = {"accuracy": [0.5, 0.6, 0.7, 0.8], "val_accuracy": [0.5, 0.6, 0.4, 0.7]}
        self.claim(attempt, [0.9, 0.7, 0.5, 0.8], 2, **metrics)


# Scaled by what, if not by mean and deviation of each feature in training?
READINGS = {
    "it is scaled with its own mean and deviation: both parts take those of training": lambda x, _train, _both: (
        (x - x.mean(0)) / np.where(np.ptp(x, axis=0) > 0, x.std(0), 1)
    ),
    "that is mean and deviation of both parts together: validation must add nothing to them": (
        lambda x, _train, both: (x - both.mean(0)) / both.std(0)
    ),
    "that is one mean and one deviation for all features: take them over the samples, axis=0": (
        lambda x, train, _both: (x - train.mean()) / train.std()
    ),
    "that is divided by the variance: the deviation is its root": (
        lambda x, train, _both: (x - train.mean(0)) / train.var(0)
    ),
    "that is as it came in: both parts are scaled": lambda x, _train, _both: x,
    "only the mean is gone: divide by the deviation too": lambda x, train, _both: x - train.mean(0),
    "the mean is still there: subtract it first": lambda x, train, _both: x / train.std(0),
    "that is the range from 0 to 1, expected mean 0 and deviation 1": (
        lambda x, train, _both: (x - train.min(0)) / np.ptp(train, axis=0)
    ),
}


class TestStandardize:
    TRAIN = normal(8, 3) * (2.0, 0.2, 6.0) + (5.0, -2.0, 20.0)
    VAL = normal(5, 3, seed=1) * (6.0, 0.5, 1.0) + (9.0, -3.0, 10.0)

    def scale(self, attempt, train, val, given=None):
        """Return both scaled parts as arrays of the right shapes."""
        parts = expect.parts("the result", attempt.standardize(*(given or (train.copy(), val.copy()))), 2)
        why = "a tuple (scaled_train, scaled_val), each of the shape it came in"
        return [
            expect.array(what, part, x.shape, why)
            for what, part, x in zip(("scaled_train", "scaled_val"), parts, (train, val), strict=True)
        ]

    def claim(self, scaled, train, val):
        def right(x, ddof):
            return (x - train.mean(0)) / train.std(0, ddof=ddof)

        # The deviation of the population or of the sample: what training got, validation gets.
        ddof = int(np.allclose(scaled[0], right(train, 1), rtol=5e-3, atol=2e-3))
        both = np.concatenate([train, val])
        for what, got, x in zip(("scaled_train", "scaled_val"), scaled, (train, val), strict=True):
            # As training itself is scaled with its own statistics, no reading is right there.
            readings = {why: reading(x, train, both) for why, reading in READINGS.items()}
            otherwise = "(x - mean) / deviation, feature by feature, with mean and deviation of training in both parts"
            if np.allclose(got, right(x, ddof), rtol=0.1, atol=0.02):
                otherwise = (
                    "both parts take the same deviation, and whatever is added to keep it off 0 is tiny beside it"
                )
            expect.close(what, got, right(x, ddof), expect.meaning(got, readings, otherwise), rtol=5e-3, atol=2e-3)

    @pytest.mark.parametrize(
        ("samples", "features"),
        [
            pytest.param(5, 3, id="three features"),
            pytest.param(5, 1, id="one feature"),
            pytest.param(1, 3, id="one validation sample"),
        ],
    )
    def test_scales_both_parts_as_training_says(self, attempt, samples, features):
        train, val = (part.astype("float32")[:, :features] for part in (self.TRAIN, self.VAL[:samples]))

        self.claim(self.scale(attempt, train, val), train, val)

    def test_takes_tensors(self, attempt):
        train, val = self.TRAIN.astype("float32"), self.VAL.astype("float32")

        self.claim(self.scale(attempt, train, val, as_tensors(train, val)), train, val)

    def with_constants(self, in_validation):
        """Return both parts with three features added that are constant in training."""
        constant = np.array([3.0, 0.0, 0.1])
        train, val = np.tile(constant, (8, 1)), np.tile(constant, (5, 1))
        if in_validation == "other values":
            val = val + normal(5, 3, seed=4)
        parts = np.concatenate([self.TRAIN, train], 1), np.concatenate([self.VAL, val], 1)
        return [part.astype("float32") for part in parts]

    @pytest.mark.parametrize("in_validation", ["the same values", "other values"])
    def test_stays_finite_where_training_is_constant(self, attempt, in_validation):
        scaled = self.scale(attempt, *self.with_constants(in_validation))

        why = "a feature that is constant in training has a deviation of 0: divide it by something else"
        for what, part in zip(("scaled_train", "scaled_val"), scaled, strict=True):
            expect.finite(what, part, why)

    def test_scales_the_features_beside_a_constant_one(self, attempt):
        train, val = self.with_constants("other values")
        scaled = [part[:, :3] for part in self.scale(attempt, train, val)]

        self.claim(scaled, train[:, :3], val[:, :3])

    def test_stays_finite_on_images(self, attempt, digits):
        scaled = self.scale(attempt, digits.x_train, digits.x_test)

        why = "some pixels are black in every training image, so their deviation is 0"
        for what, part in zip(("scaled_train", "scaled_val"), scaled, strict=True):
            expect.finite(f"{what} of the digits", part, why)


# Not every label occurs, and fourths and halves of each class are whole samples.
SIZES = {2: 160, 3: 40, 5: 120, 11: 80}


class TestHoldOut:
    def samples(self, sizes=SIZES, shape=(2,), labels="mixed"):
        """Return samples that hold their own place, in each number, and labels."""
        y = np.repeat(list(sizes), list(sizes.values())).astype("int32")
        if labels == "mixed":
            y = np.random.default_rng(3).permutation(y)
        beside = np.arange(np.prod(shape)).reshape(shape) / 64
        return (np.arange(len(y)).reshape(-1, *(1,) * len(shape)) + beside).astype("float32"), y

    def split(self, attempt, x, y, fraction=0.25, given=None, **seed):
        """Return the places in x of the samples that train and of those that validate, and the labels they have."""
        got = attempt.hold_out(*(given or (x.copy(), y.copy())), fraction, **seed)
        form = "((x_train, y_train), (x_val, y_val))"
        assert not isinstance(got, (tuple, list)) or len(got) == 2, (
            f"the result is a tuple of {len(got)}, expected two pairs: {form}"
        )
        parts = []
        for part, pair in zip(("train", "val"), expect.parts("the result", got, 2), strict=True):
            x_part, y_part = expect.parts(f"the {part} part of the result", pair, 2)
            rows = expect.finite(f"x_{part}", expect.array(f"x_{part}", x_part, (None, *x.shape[1:]), form), form)
            known = expect.array(f"y_{part}", y_part, (len(rows),), f"{form}, with a label for each sample")
            rows = rows.reshape(len(rows), x[0].size)
            places = np.rint(rows[:, 0]).clip(0, len(x) - 1).astype(int)
            strange = rows[~np.isclose(rows, x.reshape(len(x), -1)[places]).all(axis=1)]
            assert not len(strange), (
                f"x_{part} holds the sample {expect.show(strange[0])}, which x does not hold — samples move as a whole "
                "and stay as they are"
            )
            parts.append((places, known))
        return parts

    @pytest.mark.parametrize(
        ("shape", "labels"),
        [
            pytest.param((2,), "mixed", id="(n, features)"),
            pytest.param((), "sorted", id="(n,), sorted labels"),
            pytest.param((2, 3, 1), "mixed", id="images"),
        ],
    )
    def test_every_sample_goes_to_one_part(self, attempt, shape, labels):
        x, y = self.samples(shape=shape, labels=labels)
        (train, _), (val, _) = self.split(attempt, x, y)

        self.claim_complete(train, val, y)

    def test_loses_no_sample_of_a_small_class(self, attempt):
        x, y = self.samples({4: 3, 7: 9, 8: 18})
        (train, _), (val, _) = self.split(attempt, x, y, 0.2)

        self.claim_complete(train, val, y)

    def claim_complete(self, train, val, y):
        both = sorted({*train} & {*val})
        assert not both, f"sample {both[0]} is in both parts — what validates must not train"
        for part, places in (("train", train), ("val", val)):
            often, times = np.unique(places, return_counts=True)
            assert (times == 1).all(), (
                f"x_{part} holds sample {often[times.argmax()]} {times.max()} times, expected once — draw without "
                "replacement"
            )
        lost = sorted({*range(len(y))} - {*train} - {*val})
        assert not lost, (
            f"{len(lost)} of {len(y)} samples are in neither part, one of class {y[lost[0]]} — all that does not "
            "validate trains, whatever the label and the rounding"
        )

    def test_keeps_each_label_with_its_sample(self, attempt):
        x, y = self.samples()

        for part, (places, known) in zip(("train", "val"), self.split(attempt, x, y), strict=True):
            wrong = np.flatnonzero(known != y[places])
            assert not wrong.size, (
                f"y_{part} has another label than y for {wrong.size} of {len(places)} samples — index x and y with one "
                "and the same random order"
            )

    @pytest.mark.parametrize(
        ("fraction", "sizes"),
        [
            pytest.param(0.25, SIZES, id="a fourth"),
            pytest.param(0.5, SIZES, id="half"),
            pytest.param(0.3, {0: 7, 1: 12, 2: 11}, id="thirty per cent of small classes"),
            pytest.param(0.2, {4: 3, 7: 9, 8: 18}, id="a fifth of tiny classes"),
        ],
    )
    @pytest.mark.parametrize("labels", ["mixed", "sorted"])
    def test_holds_out_the_fraction_of_each_class(self, attempt, fraction, sizes, labels):
        x, y = self.samples(sizes, labels=labels)

        for seed in (0, 1, 2):
            (train, _), (val, _) = self.split(attempt, x, y, fraction, seed=seed)
            total = fraction * len(y)
            assert len(train) >= 0.75 * (len(y) - total), (
                f"with fraction={fraction} {len(val)} of {len(y)} samples validate, expected about {total:g} — "
                "fraction is what validates, and the training part comes first"
            )
            for label, size in sizes.items():
                count, share = int((y[val] == label).sum()), fraction * size
                low, high = int(np.floor(share)), int(np.ceil(share))
                wanted = str(low) if low == high else f"{low} or {high}"
                assert low <= count <= high, (
                    f"with fraction={fraction} {count} of the {size} samples of class {label} validate, expected "
                    f"{wanted} — each class gives its own share: stratify"
                )

    @pytest.mark.parametrize("labels", ["mixed", "sorted"])
    @pytest.mark.parametrize("part", ["train", "val"])
    def test_puts_both_parts_in_random_order(self, attempt, labels, part):
        x, y = self.samples(labels=labels)
        places = dict(zip(("train", "val"), self.split(attempt, x, y), strict=True))[part][0]
        expected = {"train": 300, "val": 100}[part]
        assert len(places) == expected, f"x_{part} holds {len(places)} of 400 samples, expected {expected}"

        alike = (np.diff(y[places]) == 0).mean()
        assert alike < 0.7, (
            f"in y_{part} {alike:.0%} of the labels are followed by their like, expected about 30% — class after class "
            "is no random order: shuffle what the classes gave"
        )
        rising = (np.diff(places) > 0).mean()
        likeness = abs(np.corrcoef(places, np.arange(len(places)))[0, 1])
        assert max(abs(2 * rising - 1), likeness) < 0.6, (
            f"x_{part} comes more or less in the order of x, or in that order turned round — shuffle both parts"
        )

    @pytest.mark.parametrize("seed", [{}, {"seed": 0}, {"seed": 5}], ids=["the default seed", "seed 0", "seed 5"])
    def test_repeats_itself_with_the_same_seed(self, attempt, seed):
        x, y = self.samples()
        first = self.split(attempt, x, y, **seed)
        # What others draw in between must not matter.
        keras.utils.set_random_seed(123)
        second = self.split(attempt, x, y, **{"seed": 0} | seed)

        for part, (one, _), (other, _) in zip(("train", "val"), first, second, strict=True):
            assert np.array_equal(one, other), (
                f"{'two calls with one seed' if seed else 'a call without a seed and one with seed=0'} give another "
                f"x_{part} — draw everything from a generator that the call makes from seed, which is 0 by default"
            )

    def test_another_seed_holds_out_other_samples(self, attempt):
        x, y = self.samples()
        held_out = [frozenset(self.split(attempt, x, y, seed=seed)[1][0]) for seed in range(6)]

        assert len(set(held_out)) == 6, (
            "two of the seeds 0 to 5 hold out the very same samples — draw from seed which ones validate, not their "
            "order alone"
        )

    def test_leaves_its_inputs_untouched(self, attempt):
        x, y = self.samples()
        given = x.copy(), y.copy()
        self.split(attempt, x, y, given=given)

        why = "shuffling in place reorders what the caller still uses: draw an order and index with it"
        for what, after, before in zip("xy", given, (x, y), strict=True):
            expect.close(f"{what} after the call", after, before, why)

    def test_takes_tensors(self, attempt):
        x, y = self.samples()
        (train, _), (val, known) = self.split(attempt, x, y, given=as_tensors(x, y))

        self.claim_complete(train, val, y)
        expect.close("y_val", known, y[val], "each label stays with its sample")


class TestKFold:
    def folds(self, attempt, n_samples, n_folds, **seed):
        """Return the pairs as pairs of integer arrays."""
        got = attempt.k_fold(n_samples, n_folds, **seed)
        try:
            pairs = iter(got)
        except Exception:
            raise AssertionError(
                f"the result is {expect.kind(got)}, expected something to loop over: a list of pairs or a generator"
            ) from None
        # One more than there should be, in case it never ends.
        found = list(islice(pairs, n_folds + 1))
        assert len(found) == n_folds, (
            f"for n_folds={n_folds} there are {'more' if len(found) > n_folds else len(found)} pairs, expected "
            f"{n_folds} — one a fold"
        )
        return [
            tuple(
                self.indices(what, part, n_samples)
                for what, part in zip(
                    ("train_indices", "val_indices"), expect.parts("a fold of the result", pair, 2), strict=True
                )
            )
            for pair in found
        ]

    def indices(self, what, got, n_samples):
        if isinstance(got, (list, tuple, range)):
            try:
                got = np.array([int(index) for index in got], dtype=int)
            except Exception:
                raise AssertionError(f"{what} is {expect.kind(got)} of other things than whole numbers") from None
        values = expect.array(what, got, (None,), "the places of samples, one after the other")
        assert values.dtype.kind in "iu" or not values.size, (
            f"{what} is an array of {values.dtype}, expected whole numbers: the places of samples, no mask"
        )
        strange = values[(values < 0) | (values >= n_samples)]
        assert not strange.size, f"{what} holds {strange[0]}, expected places from 0 to {n_samples - 1}"
        return values.astype(int)

    sizes = pytest.mark.parametrize(
        ("n_samples", "n_folds"),
        [
            pytest.param(12, 4, id="12 in 4"),
            pytest.param(23, 5, id="23 in 5"),
            pytest.param(6, 6, id="leave one out"),
            pytest.param(7, 2, id="7 in 2"),
        ],
    )

    @sizes
    def test_every_sample_validates_exactly_once(self, attempt, n_samples, n_folds):
        folds = self.folds(attempt, n_samples, n_folds)

        times = np.bincount(np.concatenate([val for _, val in folds]), minlength=n_samples)
        once = "cut one order into folds, draw nothing anew for each"
        assert times.min() > 0, (
            f"of {n_samples} samples in {n_folds} folds sample {times.argmin()} never validates — "
            + ("what is left over when dividing goes to some of the folds" if times.max() == 1 else once)
        )
        swapped = (times == n_folds - 1).all()
        why = "the training indices come first" if swapped else once
        assert times.max() == 1, (
            f"of {n_samples} samples in {n_folds} folds sample {times.argmax()} validates {times.max()} times, "
            f"expected once — {why}"
        )

    @sizes
    def test_folds_are_of_nearly_equal_size(self, attempt, n_samples, n_folds):
        sizes = [len(val) for _, val in self.folds(attempt, n_samples, n_folds)]

        assert max(sizes) - min(sizes) <= 1, (
            f"{n_samples} samples in {n_folds} folds validate in parts of {sizes}, expected sizes that differ by one "
            "at most — share out what is left over one by one"
        )

    @sizes
    def test_trains_on_all_the_others(self, attempt, n_samples, n_folds):
        for train, val in self.folds(attempt, n_samples, n_folds):
            both = sorted({*train} & {*val})
            assert not both, f"sample {both[0]} trains in the pair in which it validates — leave its fold out there"
            assert len({*train}) == len(train), "train_indices hold a sample twice, expected each once"
            assert len(train) == n_samples - len(val), (
                f"{len(train)} samples train where {len(val)} of {n_samples} validate, expected "
                f"{n_samples - len(val)} — all other folds train"
            )

    @pytest.mark.parametrize("seed", [{}, {"seed": 0}, {"seed": 5}], ids=["the default seed", "seed 0", "seed 5"])
    def test_shares_out_in_random_order(self, attempt, seed):
        fold_of = np.zeros(200, int)
        for number, (_, val) in enumerate(self.folds(attempt, 200, 5, **seed)):
            fold_of[val] = number

        together = (np.diff(fold_of) == 0).mean()
        assert 0.05 < together < 0.45, (
            f"of 200 samples in 5 folds {together:.0%} are in one fold with their neighbour, expected about 20% — "
            "data often come sorted: cut a random order into folds"
        )

    @pytest.mark.parametrize("seed", [{}, {"seed": 0}, {"seed": 5}], ids=["the default seed", "seed 0", "seed 5"])
    def test_repeats_itself_with_the_same_seed(self, attempt, seed):
        first = self.folds(attempt, 50, 5, **seed)
        # What others draw in between must not matter.
        keras.utils.set_random_seed(123)
        second = self.folds(attempt, 50, 5, **{"seed": 0} | seed)

        assert all(np.array_equal(one, other) for (_, one), (_, other) in zip(first, second, strict=True)), (
            f"{'two calls with one seed' if seed else 'a call without a seed and one with seed=0'} give other folds — "
            "draw the order from a generator that the call makes from seed, which is 0 by default"
        )

    def test_another_seed_gives_other_folds(self, attempt):
        shared = [frozenset(frozenset(val) for _, val in self.folds(attempt, 50, 5, seed=seed)) for seed in range(6)]

        assert len(set(shared)) == 6, "two of the seeds 0 to 5 give the very same folds — draw the order from seed"
