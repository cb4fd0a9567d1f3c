"""Kata 10: a model whose weights keep a record tells which samples went into which update, and how much they count."""

import keras
import numpy as np
import pytest
from keras import layers, ops

from dojo import expect
from dojo.inputs import each_kind_of_array


class ToTheTarget(keras.losses.Loss):
    """The less, the more the output at the target: a sample's gradient is -1 there and 0 elsewhere."""

    def call(self, y_true, y_pred):
        if len(y_true.shape) < len(y_pred.shape):
            y_true = ops.one_hot(ops.cast(y_true, "int32"), y_pred.shape[-1])
        return -ops.sum(y_true * y_pred, axis=-1)


class Record:
    """A compiled model whose kernel, from zeros, keeps a record of its training.

    The inputs are the rows of an identity matrix, so an update adds to `kernel[sample, target]` how much the sample
    counts. With `doubling` the kernel doubles before each update: in binary it has a digit for each, the last lowest.
    """

    def __init__(self, n_samples, n_targets, doubling):
        self.x = np.eye(n_samples, dtype="float32")
        # A decay of -1 adds the kernel to itself.
        self.optimizer = keras.optimizers.SGD(1.0, weight_decay=-1.0 if doubling else None)
        self.dense = layers.Dense(n_targets, use_bias=False, kernel_initializer="zeros")
        self.model = keras.Sequential([keras.Input((n_samples,)), self.dense])
        # Their sum: a batch of any size counts each of its samples alike.
        self.model.compile(optimizer=self.optimizer, loss=ToTheTarget(reduction="sum"))

    def updates(self):
        return int(expect.number("the optimizer's count of updates", self.optimizer.iterations))

    def kernel(self):
        return expect.finite("a weight after training", self.dense.kernel, "the data and the rate were harmless")

    def pages(self):
        """Return for each update its samples; each must have come with its own target, the row of its number."""
        kernel, count = self.kernel(), self.updates()
        stray = np.argwhere((kernel != 0) & ~np.eye(len(kernel), dtype=bool))
        assert not stray.size, (
            f"sample {stray[0][0]} was trained with the target of sample {stray[0][1]} — x and y change places "
            "together or not at all"
        )
        words = np.diag(kernel).astype("int64")
        assert (words == np.diag(kernel)).all(), "samples count by fractions, expected each to count 1 in its update"
        return [np.flatnonzero(words >> (count - 1 - update) & 1).tolist() for update in range(count)]


def n_batches(n_samples, batch_size):
    """Return how many batches an epoch has, by taking them away one by one."""
    count = 0
    while n_samples > 0:
        n_samples, count = n_samples - batch_size, count + 1
    return count


def claim_updates(got, n_samples, batch_size, epochs):
    """Claim the number of updates that one training made."""
    by_batch = n_batches(n_samples, batch_size)
    readings = {
        0: "it is the model you are given that trains, as it was compiled",
        n_batches(n_samples, 32) * epochs: "batch_size must reach fit, which takes 32 otherwise",
        by_batch: "every epoch uses all samples anew",
        n_samples // batch_size * epochs: "the short last batch is one too, and no sample is held back",
        n_batches(n_samples, epochs) * batch_size: "batch_size and epochs have changed places",
    }
    assert got == by_batch * epochs, (
        f"training on {n_samples} samples with batch_size={batch_size} for {epochs} epochs made {got} updates, "
        f"expected {by_batch * epochs} — {readings.get(got, 'one update a batch of the samples given, in every epoch')}"
    )


def claim_each_once(pages, n_samples, epoch):
    """Claim that the batches of an epoch hold every sample exactly once."""
    times = np.bincount([sample for page in pages for sample in page], minlength=n_samples)
    assert (times == 1).all(), (
        f"in epoch {epoch} sample {int(np.argmax(times != 1))} of {n_samples} comes {times[times != 1][0]} times, "
        "expected once — batches neither overlap nor leave anything out, and the last may be short"
    )


def claim_history(got, epochs):
    """Claim that this is the History of a training of so many epochs."""
    found = expect.history("the result", got).history
    losses = found.get("loss") if isinstance(found, dict) else None
    losses = losses if isinstance(losses, (list, tuple)) else ()
    assert len(losses) == epochs, (
        f"the History holds {len(losses)} losses after {epochs} epochs, expected one an epoch — fit itself loops over "
        "the epochs, and each call of it begins a new History"
    )


class TestTrain:
    N, BATCH, EPOCHS = 20, 6, 3

    def train(self, attempt, *sizes, as_given=np.asarray, **options):
        """Return the record of a training, and what came back."""
        batch_size, epochs = sizes or (self.BATCH, self.EPOCHS)
        record = Record(self.N, self.N, doubling=True)
        x = as_given(record.x)
        return record, attempt.train(record.model, x, x, batch_size, epochs, **options)

    def test_returns_the_history(self, attempt):
        _, got = self.train(attempt)

        claim_history(got, self.EPOCHS)

    @each_kind_of_array
    def test_makes_one_update_a_batch_in_every_epoch(self, attempt, as_given):
        record, _ = self.train(attempt, as_given=as_given)

        claim_updates(record.updates(), self.N, self.BATCH, self.EPOCHS)

    def test_teaches_each_sample_its_own_target(self, attempt):
        record = Record(4, 4, doubling=False)
        targets = record.x[[1, 2, 3, 0]]
        attempt.train(record.model, record.x, targets, 2, 1)
        got = record.kernel()

        readings = {"fit takes the inputs first, then the targets": targets.T}
        why = expect.meaning(got, readings, "every sample counts once, towards the target that it came with")
        expect.close("the kernel, a row for each sample and a column for each target,", got, targets, why)

    def test_takes_the_samples_in_order_by_default(self, attempt):
        record, _ = self.train(attempt)
        claim_updates(record.updates(), self.N, self.BATCH, self.EPOCHS)

        batches = [list(range(start, min(start + self.BATCH, self.N))) for start in range(0, self.N, self.BATCH)]
        for number, (got, expected) in enumerate(zip(record.pages(), batches * self.EPOCHS, strict=True), start=1):
            assert got == expected, (
                f"update {number} used the samples {got}, expected {expected} — shuffle=False must reach fit, which "
                "shuffles unless it is told not to"
            )

    def test_takes_them_in_a_new_random_order_with_shuffle(self, attempt):
        record, _ = self.train(attempt, 2, 2, shuffle=True)
        claim_updates(record.updates(), self.N, 2, 2)

        pages = record.pages()
        first, second = pages[: len(pages) // 2], pages[len(pages) // 2 :]
        for epoch, part in enumerate((first, second)):
            claim_each_once(part, self.N, epoch)
        in_order = [[start, start + 1] for start in range(0, self.N, 2)]
        assert first != in_order, "with shuffle=True the samples still come in order — shuffle must reach fit"
        # Seeded, as every test is, TensorFlow's dataset draws the same order again.
        if keras.backend.backend() != "tensorflow":
            assert second != first, "with shuffle=True both epochs have the same order — fit shuffles before each"

    @pytest.mark.parametrize("options", [{}, {"verbose": 0}], ids=["by default", "verbose=0"])
    def test_prints_nothing_when_asked_to_be_quiet(self, attempt, capsys, options):
        self.train(attempt, **options)

        printed = capsys.readouterr().out.lower()
        reports = "epoch" in printed or "loss" in printed
        assert not reports, (
            "with verbose=0, the default here, fit reports its progress — verbose must reach fit, which talks otherwise"
        )

    def test_reports_progress_when_asked(self, attempt, capsys):
        self.train(attempt, verbose=1)

        printed = capsys.readouterr().out.lower()
        assert "epoch" in printed or "loss" in printed, "with verbose=1 no progress is printed — hand verbose on to fit"


class TestNUpdates:
    @pytest.mark.parametrize(
        ("n_samples", "batch_size", "epochs"),
        [
            pytest.param(10, 4, 3, id="a short last batch"),
            pytest.param(12, 4, 2, id="no short last batch"),
            pytest.param(9, 8, 2, id="one sample left over"),
            pytest.param(3, 8, 5, id="fewer samples than a batch"),
            pytest.param(7, 1, 2, id="one by one"),
            pytest.param(100_001, 10_000, 2, id="one sample of very many left over"),
            pytest.param(1437, 32, 20, id="the digits"),
        ],
    )
    def test_counts_every_batch_of_every_epoch(self, attempt, n_samples, batch_size, epochs):
        got = expect.number("the result", attempt.n_updates(n_samples, batch_size, epochs))

        by_batch = n_batches(n_samples, batch_size)
        readings = {
            n_batches(n_samples * epochs, batch_size): "a batch never reaches into the next epoch: round up in each",
            n_samples // batch_size * epochs: "the last batch of an epoch may be short, and it is one too",
            (n_samples // batch_size + 1) * epochs: "where nothing is left over there is no further batch",
            by_batch: "every epoch goes through all batches again",
            n_samples * epochs: "a batch makes one update, however many samples it has",
            n_samples / batch_size * epochs: "a batch is whole: the last may be short, but it makes one update too",
        }
        assert got == by_batch * epochs, (
            f"{n_samples} samples with batch_size={batch_size} for {epochs} epochs make {got:.6g} updates, expected "
            f"{by_batch * epochs} — {readings.get(got, 'one update a batch, in every epoch')}"
        )


class TestBatches:
    """Sample i is an array of i; its target holds 100 + i."""

    N, BATCH = 20, 6

    def make(self, attempt, n_samples=N, batch_size=BATCH, shapes=((3,), ()), as_given=np.asarray):
        numbers = np.arange(n_samples, dtype="float32")
        x, y = (
            as_given(np.broadcast_to((numbers + offset).reshape(-1, *(1,) * len(shape)), (n_samples, *shape)).copy())
            for offset, shape in zip((0, 100), shapes, strict=True)
        )
        batches = attempt.Batches(x, y, batch_size)
        kind = expect.kind(batches)
        assert isinstance(batches, keras.utils.PyDataset), f"it is {kind}, expected a keras.utils.PyDataset"
        return batches

    def count(self, batches):
        with expect.works("its number of batches cannot be told", "__len__ returns it: fit must know it beforehand"):
            count = batches.num_batches
        assert count is not None, "num_batches is None, an endless dataset — an epoch must end after the last sample"
        return expect.number("its number of batches", count)

    def read(self, batches, index, shapes=((3,), ())):
        """Return the samples of one batch and of its targets, by their numbers."""
        with expect.works(f"batch {index} cannot be read", "__getitem__ takes the number of a batch, from 0 on"):
            got = batches[index]
        parts = expect.parts(f"batch {index}", got, 2)
        why = "a batch is (x, y): a slice of each along the first axis, samples as they were"
        x, y = (
            expect.array(f"{name} of batch {index}", part, (None, *shape), why)
            for name, part, shape in zip("xy", parts, shapes, strict=True)
        )
        assert len(x) == len(y), f"batch {index} has {len(x)} samples and {len(y)} targets, expected as many of each"
        assert len(x) > 0, f"batch {index} is empty — the slices end before the batches do"
        return [np.round(part.reshape(len(part), -1)[:, 0] - start) for part, start in ((x, 0), (y, 100))]

    def read_all(self, batches, n_samples=N, batch_size=BATCH, **shapes):
        """Return the pairs of all batches of an epoch; there must be the right number of them."""
        count, expected = self.count(batches), n_batches(n_samples, batch_size)
        readings = {
            n_samples // batch_size: "the short last batch is one too",
            n_samples // batch_size + 1: "where nothing is left over there is no further batch",
            n_samples: "it is batches that are counted, not samples",
        }
        assert count == expected, (
            f"with {n_samples} samples and batch_size={batch_size} it has {count:g} batches, expected {expected} — "
            f"{readings.get(count, 'as many as fit takes from arrays')}"
        )
        # Backwards: fit too asks for batches in an order of its own.
        return [self.read(batches, index, **shapes) for index in reversed(range(expected))]

    def claim(self, pairs, n_samples, epoch=0):
        for x, y in pairs:
            strange = ~np.isin(x, np.arange(n_samples))
            assert not strange.any(), "a batch holds numbers that were not in x — hand out the samples as they came"
            wrong = np.flatnonzero(x != y)
            assert not wrong.size, (
                f"in epoch {epoch} sample {x[wrong[0]]:g} comes with the target of sample {y[wrong[0]]:g} — x and y "
                "change places together or not at all"
            )
        claim_each_once([x.astype(int) for x, _ in pairs], n_samples, epoch)

    @pytest.mark.parametrize(
        ("n_samples", "batch_size"),
        [
            pytest.param(20, 6, id="a short last batch"),
            pytest.param(8, 4, id="no short last batch"),
            pytest.param(3, 8, id="fewer samples than a batch"),
            pytest.param(5, 1, id="one by one"),
        ],
    )
    def test_gives_every_sample_once_with_its_target(self, attempt, n_samples, batch_size):
        pairs = self.read_all(self.make(attempt, n_samples, batch_size), n_samples, batch_size)

        self.claim(pairs, n_samples)

    def test_fills_every_batch_but_the_last(self, attempt):
        pairs = self.read_all(self.make(attempt))

        sizes = sorted(len(x) for x, _ in pairs)
        assert sizes == [2, 6, 6, 6], (
            f"20 samples with batch_size=6 come in batches of {sizes}, expected three of 6 and one of 2 — what is left "
            "over is a short batch of its own"
        )

    @each_kind_of_array
    @pytest.mark.parametrize(
        "shapes",
        [
            pytest.param(((4, 4, 1), ()), id="images and labels"),
            pytest.param(((2,), (5,)), id="features and one-hot labels"),
        ],
    )
    def test_takes_samples_of_any_shape(self, attempt, shapes, as_given):
        pairs = self.read_all(self.make(attempt, shapes=shapes, as_given=as_given), shapes=shapes)

        self.claim(pairs, self.N)

    def test_gives_every_sample_once_in_the_next_epoch_too(self, attempt):
        batches = self.make(attempt)
        # As fit does: it looks at a batch beforehand, and tells where epochs begin and end.
        self.read(batches, 0)
        for epoch in range(3):
            with expect.works(f"epoch {epoch} stops", "on_epoch_begin and on_epoch_end take no arguments"):
                batches.on_epoch_begin()
            pairs = self.read_all(batches)
            with expect.works(f"epoch {epoch} stops", "on_epoch_begin and on_epoch_end take no arguments"):
                batches.on_epoch_end()

            self.claim(pairs, self.N, epoch)

    def test_feeds_fit(self, attempt):
        record = Record(self.N, self.N, doubling=True)
        batches = attempt.Batches(record.x, record.x, self.BATCH)
        kind = expect.kind(batches)
        assert isinstance(batches, keras.utils.PyDataset), f"it is {kind}, expected a keras.utils.PyDataset"
        # Keras 3.15 repeats some batches and leaves out others where it shuffles for several workers.
        with expect.works("fit cannot train with it", "fit asks it for batches 0, 1, …, each an (x, y) of arrays"):
            record.model.fit(batches, epochs=2, shuffle=False, verbose=0)

        claim_updates(record.updates(), self.N, self.BATCH, 2)
        pages = record.pages()
        for epoch, part in enumerate((pages[:4], pages[4:])):
            claim_each_once(part, self.N, epoch)


LABELS = {
    "three classes": [0, 1, 0, 2, 1, 0, 0, 0],
    "gaps between the classes": [5, 2, 5, 0, 5, 5, 2, 5, 5, 5],
    "as many of each": [1, 0, 1, 0],
    "one class": [3, 3, 3],
    "two classes, neither of them 0": [2, 1, 2, 2, 2, 2],
}


def weights_by_hand(labels):
    """Return class -> n / (classes * count)."""
    labels = list(labels)
    return {label: len(labels) / (len(set(labels)) * labels.count(label)) for label in sorted(set(labels))}


def claim_weights(what, got, labels, unweighted, rtol=1e-4):
    """Claim that the classes of these labels have these weights, in the order of the classes.

    Args:
        what: words for the weights.
        got: array, a number a class.
        labels: list of int.
        unweighted: what it usually means when all weights are 1.
        rtol: float, how far a weight may be off.
    """
    n, classes, largest = len(labels), sorted(set(labels)), max(labels)
    counts = np.array([labels.count(label) for label in classes])
    readings = {
        unweighted: np.ones(len(counts)),
        "a rare class gets a large weight, not a small one": len(classes) * counts / n,
        "that is the share of the class: a rare one needs a large weight": counts / n,
        "over the samples the weights must average 1: n / (classes * count)": 1 / counts,
        "divide by the number of classes too: the weights must average 1": n / counts,
        "only the classes that occur count, not all up to the largest label": n / ((largest + 1) * counts),
        "the mean count, n / classes, is what a count is compared with, not the largest": counts.max() / counts,
    }
    why = expect.meaning(got, readings, "n / (classes * count), counted in the labels")
    expected = [weight for _, weight in sorted(weights_by_hand(labels).items())]
    expect.close(f"for classes {classes} with {counts} samples {what}", got, expected, why, rtol=rtol)


class TestClassWeights:
    def weights(self, attempt, labels, as_given=np.asarray):
        got = attempt.class_weights(as_given(np.asarray(labels, "int32")))
        kind = expect.kind(got)
        assert isinstance(got, dict), f"the result is {kind}, expected a dict from class to weight, as fit takes it"
        return got

    @pytest.mark.parametrize("labels", LABELS.values(), ids=LABELS)
    def test_has_a_weight_for_each_class_that_occurs(self, attempt, labels):
        got = self.weights(attempt, labels)

        missing = [label for label in sorted(set(labels)) if label not in got]
        keys = [key if isinstance(key, (int, float, str)) else expect.kind(key) for key in got]
        assert not missing, (
            f"class {missing[0]} has no weight, the keys are {keys} — each class that occurs needs one; fit looks them "
            "up as ints, and what it does not find counts 1"
        )
        extra = [key for key, same in zip(keys, got, strict=True) if same not in set(labels)]
        assert not extra, f"key {extra[0]!r} is no class of {labels} — a weight for each class that occurs, no other"

    @each_kind_of_array
    @pytest.mark.parametrize("labels", LABELS.values(), ids=LABELS)
    def test_makes_every_class_count_the_same(self, attempt, labels, as_given):
        got = self.weights(attempt, labels, as_given)
        classes = sorted(set(labels))
        assert all(label in got for label in classes), f"a class of {classes} has no weight — fit looks them up as ints"

        weights = np.array([expect.number(f"the weight of class {label}", got[label]) for label in classes])
        claim_weights("the weight", weights, labels, "a rare class needs a larger weight than a frequent one")


class TestTrainBalanced:
    LABELS = np.array([2, 0, 2, 0, 3, 0, 0, 2, 2, 0, 0, 2, 3, 2, 0, 0, 2, 0, 3, 2], "int32")
    N, BATCH, EPOCHS = 20, 6, 2

    def train(self, attempt, labels=LABELS, sizes=(BATCH, EPOCHS), as_given=np.asarray):
        """Return the record of a training, and what came back."""
        record = Record(self.N, 4, doubling=False)
        return record, attempt.train_balanced(record.model, as_given(record.x), as_given(labels), *sizes)

    def test_returns_the_history(self, attempt):
        _, got = self.train(attempt)

        claim_history(got, self.EPOCHS)

    def test_makes_one_update_a_batch_in_every_epoch(self, attempt):
        record, _ = self.train(attempt)

        claim_updates(record.updates(), self.N, self.BATCH, self.EPOCHS)

    @each_kind_of_array
    @pytest.mark.parametrize(
        ("labels", "batch_size", "epochs"),
        [
            pytest.param(LABELS, 6, 2, id="a class lacks"),
            pytest.param(np.array([1] * 14 + [0] * 2 + [2] * 3 + [3], "int32"), 2, 3, id="sorted"),
        ],
    )
    def test_counts_a_sample_by_the_weight_of_its_class(self, attempt, labels, batch_size, epochs, as_given):
        record, _ = self.train(attempt, labels, (batch_size, epochs), as_given)
        claim_updates(record.updates(), self.N, batch_size, epochs)

        counted = record.kernel() / epochs
        stray = np.argwhere((counted != 0) & (np.arange(4) != labels[:, None]))
        assert not stray.size, f"a sample of class {labels[stray[0][0]]} was trained as one of class {stray[0][1]}"
        by_class = {label: counted[labels == label, label] for label in np.unique(labels)}
        for label, of_class in by_class.items():
            assert np.ptp(of_class) < 1e-2, (
                f"samples of class {label} count from {of_class.min():.4g} to {of_class.max():.4g}, expected the same "
                "each — one weight a class, from all of y, and every sample once an epoch"
            )
        first = np.array([of_class[0] for of_class in by_class.values()])
        # Loose: a GPU rounds products more coarsely.
        claim_weights(
            "what a sample counts in training", first, labels.tolist(), "the weights must reach fit", rtol=5e-3
        )


class Reported(keras.callbacks.Callback):
    """What Keras reports after each batch."""

    def __init__(self):
        super().__init__()
        self.losses = []

    def on_train_batch_end(self, batch, logs=None):
        self.losses.append(logs["loss"])


def play(callbacks, losses, first_epoch=0):
    """Lead callbacks through a training that reports these losses, a list an epoch, and validates after each."""
    everyone = keras.callbacks.CallbackList(
        callbacks, model=keras.Sequential([layers.Dense(1)]), epochs=first_epoch + len(losses), steps=len(losses[0])
    )
    everyone.on_train_begin()
    for epoch, reported in enumerate(losses, start=first_epoch):
        everyone.on_epoch_begin(epoch)
        for batch, loss in enumerate(reported):
            everyone.on_train_batch_begin(batch)
            everyone.on_train_batch_end(batch, {"accuracy": 0.5, "loss": loss})
        everyone.on_test_begin()
        everyone.on_test_batch_begin(0)
        everyone.on_test_batch_end(0, {"accuracy": 0.25, "loss": 77.0})
        everyone.on_test_end({"accuracy": 0.25, "loss": 77.0})
        everyone.on_epoch_end(epoch, {"accuracy": 0.5, "loss": reported[-1], "val_accuracy": 0.25, "val_loss": 77.0})
    everyone.on_train_end({"loss": losses[-1][-1]})


class TestLossLog:
    SCRIPT = ((2.5, 1.5, 1.25), (1.0, 0.75, 0.875))

    def log(self, attempt):
        log = attempt.LossLog()
        kind = expect.kind(log)
        assert isinstance(log, keras.callbacks.Callback), f"it is {kind}, expected a keras.callbacks.Callback"
        return log

    def play(self, log, losses=SCRIPT, first_epoch=0, why="hooks are called as hook(epoch or batch, logs)"):
        with expect.works("a training with it stops", why):
            play([log], losses, first_epoch)

    def claim(self, log, expected, when, why=""):
        """Claim what `.losses` holds."""
        with expect.works("it has no losses", "keep them in self.losses"):
            got = log.losses
        kind = expect.kind(got)
        assert isinstance(got, (list, tuple)), f"losses is {kind}, expected a list that holds a list for each epoch"
        for epoch, part in enumerate(got):
            kind = expect.kind(part)
            assert isinstance(part, (list, tuple)), (
                f"losses[{epoch}] is {kind}, expected the list of an epoch's losses — a list an epoch, a number a batch"
            )
        lengths, wanted = [len(part) for part in got], [len(part) for part in expected]
        assert lengths == wanted, (
            f"{when} losses holds {lengths} numbers, expected {wanted} — {why or self.idea(lengths, wanted)}"
        )
        for epoch, (part, right) in enumerate(zip(got, expected, strict=True)):
            numbers = np.asarray([expect.number(f"losses[{epoch}][{i}]", value) for i, value in enumerate(part)])
            as_it_is = "what Keras reports after each batch is logs['loss'], already the mean so far: keep it as it is"
            expect.close(f"{when} losses[{epoch}]", numbers, np.asarray(right), why or as_it_is)

    def idea(self, lengths, wanted):
        if len(lengths) > len(wanted):
            return "one list an epoch, opened when it begins; none of an earlier training: on_train_begin starts afresh"
        if len(lengths) < len(wanted):
            return "each epoch opens a list of its own"
        if sum(lengths) > sum(wanted):
            return "a number after each training batch, none for validation"
        return "a number after each batch, the first and the last of an epoch too"

    def test_lists_for_each_epoch_the_loss_after_each_batch(self, attempt):
        log = self.log(attempt)
        self.play(log)

        self.claim(log, self.SCRIPT, "after 2 epochs of 3 batches")

    @pytest.mark.parametrize("first_epoch", [0, 2], ids=["from epoch 0", "with initial_epoch"])
    def test_starts_afresh_at_each_training(self, attempt, first_epoch):
        log = self.log(attempt)
        self.play(log)
        again = ((0.5, 0.25), (0.375, 0.5), (0.125, 0.25))
        self.play(log, again, first_epoch)

        said = f" with initial_epoch={first_epoch}" if first_epoch else ""
        self.claim(log, again, f"after a second training{said}, 3 epochs of 2 batches,")

    def test_begins_with_a_list_for_whatever_epoch_comes_first(self, attempt):
        log = self.log(attempt)
        self.play(log, first_epoch=5, why="the first epoch need not be number 0: append to losses")

        self.claim(log, self.SCRIPT, "after 2 epochs of 3 batches with initial_epoch=5")

    def test_keeps_its_losses_when_another_one_listens(self, attempt):
        log, other = self.log(attempt), self.log(attempt)
        self.play(log)
        self.play(other, ((0.5, 0.25),))

        when = "after 2 epochs of 3 batches, and then a training with another LossLog,"
        self.claim(log, self.SCRIPT, when, "a list made in the class body is one list for all: make it in a method")

    def test_listens_to_fit(self, attempt):
        log, reported = self.log(attempt), Reported()
        record = Record(20, 20, doubling=True)
        with expect.works("fit stops with it", "hooks are called as hook(epoch or batch, logs)"):
            record.model.fit(record.x, record.x, batch_size=6, epochs=2, callbacks=[reported, log], verbose=0)

        expected = [reported.losses[:4], reported.losses[4:]]
        self.claim(log, expected, "after a fit of 2 epochs of 4 batches")
