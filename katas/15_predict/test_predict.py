"""Kata 15: what is made of the outputs of models whose weights, and so whose outputs, are known."""

import itertools
from collections.abc import Iterator

import keras
import numpy as np
import pytest
from keras import layers, ops

from dojo import expect
from dojo.by_hand import ACTIVATIONS
from dojo.inputs import each_kind_of_array, normal
from dojo.plain import plain

FEATURES = 4
# Seeds of the weights for so many units: each class is somewhere the most probable, and nothing is close to a tie.
SEEDS = {1: 1381, 2: 795, 3: 846, 5: 2222}
GPU = {"rtol": 5e-3, "atol": 1e-3}  # a GPU rounds products more coarsely

softmax, sigmoid = ACTIVATIONS["softmax"], ACTIVATIONS["sigmoid"]


class Chain(keras.Model):
    """A model written as a class: it does not know the shape of its output beforehand."""

    def __init__(self, parts):
        super().__init__()
        self.parts = parts

    def call(self, x, training=None):
        for part in self.parts:
            x = part(x)  # Keras hands training on
        return x


def sequential(parts):
    return keras.Sequential([keras.Input((FEATURES,)), *parts])


def functional(parts, shape=(FEATURES,)):
    inputs = x = keras.Input(shape)
    for part in parts:
        x = part(x)
    return keras.Model(inputs, x)


def subclassed(parts):
    model = Chain(parts)
    model(np.zeros((1, FEATURES), "float32"))
    return model


class Classifier:
    """A model of known weights, and by hand what it makes of its inputs.

    Batch normalization comes first, with statistics that no batch of the tests has: a model that runs as in training
    gives other outputs. The dense layer after it ends in a softmax, in a sigmoid if it has one unit, or in bare scores.
    """

    def __init__(self, units, build=sequential, scores=False):
        self.units, self.gives_scores = units, scores
        self.activation = "linear" if scores else "softmax" if units > 1 else "sigmoid"
        self.norm = [
            np.float32(part) for part in ([1, 1.5, 0.5, 1], [0.5, 0, -0.5, 0.25], [0.5, -0.5, 1, 0], [2, 1, 0.5, 1.5])
        ]
        seed = SEEDS[units]
        self.dense = [normal(FEATURES, units, seed=seed), 0.5 * normal(units, seed=seed + 1)]
        parts = [layers.BatchNormalization(epsilon=0.01), layers.Dense(units, activation=self.activation)]
        self.model = build(parts)
        self.model.set_weights([*self.norm, *self.dense])

    def scores(self, x, training=False):
        gamma, beta, mean, variance = self.norm
        if training:
            mean, variance = x.mean(0), x.var(0)
        kernel, bias = self.dense
        return ((x - mean) / np.sqrt(variance + 0.01) * gamma + beta) @ kernel + bias

    def probabilities(self, x, training=False):
        return (softmax if self.units > 1 else sigmoid)(self.scores(x, training))

    def classes(self, x, training=False):
        probabilities = self.probabilities(x, training)
        return probabilities.argmax(-1) if self.units > 1 else (probabilities[:, 0] > 0.5).astype(int)

    def __str__(self):
        what = f"{self.units} scores" if self.gives_scores else f"a {self.activation} of {self.units}"
        return what if self.units > 1 else "a lone score" if self.gives_scores else "a sigmoid"


def as_it_is(shape):
    """Return a model whose outputs are its inputs, so that a test can say what the model answers."""
    return functional([layers.Activation("linear")], shape)


def count(n, one, more):
    """Return "1 sample" or "2 samples"."""
    return f"{n} {one if n == 1 else more}"


def share(values):
    """Return each value's share of the sum of its row."""
    return values / values.sum(-1, keepdims=True)


def spelled(got):
    """Return the array that a list of numbers, or of such lists, spells out; anything else as it is."""
    if not isinstance(got, (list, tuple)):
        return got
    try:
        values = np.asarray(got)
    except Exception:
        return got
    return values if values.size and values.dtype.kind in "biuf" else got


def whole_numbers(what, got):
    """Return classes, an array of them or a list, as an array."""
    values = expect.array(what, spelled(got))
    why = "a class is a number to count and index with"
    assert values.dtype.kind in "iu", f"{what} is an array of {values.dtype}, expected integers — {why}"
    return values


IN_TRAINING = "the model runs as in training, normalizing by this very batch: a prediction needs training=False"
ALWAYS_0 = "always 0, as an argmax over a single column is: of a sigmoid ask whether it is above 0.5"

each_number_of_samples = pytest.mark.parametrize("n", [7, 1], ids=["seven samples", "one sample"])


class TestPredictProbabilities:
    def readings(self, known, x):
        """Return what wrong probabilities of this model usually mean."""
        expected, scores = known.probabilities(x), known.scores(x)
        twice = "they are probabilities already: a second softmax or sigmoid flattens them"
        readings = [(twice, sigmoid(expected)), (IN_TRAINING, known.probabilities(x, training=True))]
        if known.gives_scores:
            readings += [
                ("those are still the scores: from_logits says that the model has no activation", scores),
                ("the activation is for the outputs, not for the inputs", known.scores(softmax(x))),
                ("the activation is for the outputs, not for the inputs", known.scores(sigmoid(x))),
            ]
        if known.units == 1:
            one = "a softmax over a single unit is always 1: a lone score takes a sigmoid, and only one"
            other = "that is the probability of class 0, expected that of class 1"
            return [*readings, (one, np.ones_like(expected)), (other, 1 - expected)]
        return [
            *readings,
            (twice, softmax(expected)),
            ("the classes of a row exclude each other: one softmax, not a sigmoid for each", sigmoid(scores)),
            ("the softmax goes over the last axis, that of the classes", softmax(scores.T).T),
            ("each row has a softmax of its own", softmax(scores.reshape(1, -1)).reshape(scores.shape)),
            ("scores may be negative: not their share of the sum, but a softmax", share(scores)),
        ]

    def claim(self, attempt, known, n, as_given=np.asarray):
        """Claim the probabilities that come of a model which ends in them or, from_logits, in scores."""
        x = normal(n, FEATURES)
        options = {"from_logits": True} if known.gives_scores else {}
        given = "with from_logits=True " if known.gives_scores else ""
        what = f"{given}the result for {count(n, 'sample', 'samples')} and {known}"
        got = expect.array(what, attempt.predict_probabilities(known.model, as_given(x), **options))

        why = "without from_logits the outputs are probabilities: leave them as they are"
        if known.gives_scores:
            why = "a row of scores takes a softmax over its last axis, a lone score a sigmoid; the shape stays"
        expect.close(what, got, known.probabilities(x), expect.meaning(got, self.readings(known, x), why), **GPU)

    @each_number_of_samples
    @pytest.mark.parametrize(
        ("units", "build"),
        [
            pytest.param(3, sequential, id="softmax"),
            pytest.param(2, functional, id="softmax of two"),
            pytest.param(1, subclassed, id="sigmoid"),
        ],
    )
    def test_leaves_probabilities_as_they_are(self, attempt, units, build, n):
        self.claim(attempt, Classifier(units, build), n)

    @each_number_of_samples
    @pytest.mark.parametrize(
        ("units", "build"),
        [
            pytest.param(3, sequential, id="three scores"),
            pytest.param(2, subclassed, id="two scores"),
            pytest.param(1, functional, id="a lone score"),
        ],
    )
    def test_makes_probabilities_of_scores(self, attempt, units, build, n):
        self.claim(attempt, Classifier(units, build, scores=True), n)

    @pytest.mark.parametrize(
        ("scores", "function"),
        [pytest.param([[0.25, 0.75], [1, 0]], softmax, id="rows"), pytest.param([[0.25], [0.75]], sigmoid, id="lone")],
    )
    def test_does_not_go_by_the_looks_of_scores(self, attempt, scores, function):
        scores = np.float32(scores)
        got = attempt.predict_probabilities(as_it_is(scores.shape[1:]), scores, from_logits=True)

        why = "scores may happen to look like probabilities: from_logits decides, nothing else"
        expect.close(f"with from_logits=True the result for {expect.show(scores)}", got, function(scores), why, **GPU)

    @pytest.mark.parametrize(
        ("scores", "expected"),
        [
            pytest.param([[1000, 0, -1000], [-1000, -999, -1000]], [[1, 0, 0], [0.2119, 0.5761, 0.2119]], id="rows"),
            pytest.param([[1000], [-1000]], [[1], [0]], id="lone"),
        ],
    )
    def test_is_finite_for_large_scores(self, attempt, scores, expected):
        scores = np.float32(scores)
        got = attempt.predict_probabilities(as_it_is(scores.shape[1:]), scores, from_logits=True)

        what, why = f"with from_logits=True the result for {expect.show(scores)}", "exp(1000) is infinite in float32"
        expect.close(what, expect.finite(what, got, why), expected, "a softmax of a row, a sigmoid of one", **GPU)

    @pytest.mark.parametrize("scores", [False, True], ids=["probabilities", "scores"])
    def test_takes_a_tensor(self, attempt, scores):
        self.claim(attempt, Classifier(3, scores=scores), 7, ops.convert_to_tensor)

    def test_takes_more_samples_than_a_batch_holds(self, attempt):
        self.claim(attempt, Classifier(3), 40)

    def test_leaves_the_model_as_it_was(self, attempt):
        known, x = Classifier(3, scores=True), normal(7, FEATURES)
        attempt.predict_probabilities(known.model, x, from_logits=True)

        what, why = "afterwards the model's own output", "what is changed in a model stays changed, for everybody"
        after = expect.output(what, known.model, x, (7, 3), why)
        expect.close(what, after, known.scores(x), why, **GPU)


class TestPredictClasses:
    def claim(self, attempt, known, n, as_given=np.asarray):
        """Claim the most probable classes of a model that ends in a softmax or a sigmoid."""
        x = normal(n, FEATURES)
        what = f"the result for {count(n, 'sample', 'samples')} and {known}"
        got = whole_numbers(what, attempt.predict_classes(known.model, as_given(x)))

        expected = known.classes(x)
        readings = [("classes count from 0", expected + 1), (IN_TRAINING, known.classes(x, training=True))]
        if known.units == 1:
            readings += [(ALWAYS_0, 0 * expected), ("above 0.5 a sigmoid says class 1", 1 - expected)]
        else:
            readings += [("those are the least probable", known.probabilities(x).argmin(-1))]
        why = {
            (): "one class a sample: argmax without an axis looks over all rows at once",
            (known.units,): "one class a sample: argmax over the last axis, that of the classes, not over the batch",
            (n, known.units): "one class a sample: the place of the highest in its row, no yes or no for each column",
            (n, 1): "one class a sample: the last axis of the output goes",
        }.get(got.shape, "one class a sample: the highest of its row, or for a sigmoid 1 above 0.5")
        if n == 1 and got.shape in ((), (known.units,)):
            why = "a single sample is a batch of one: its axis stays"
        elif n == 1 and got.shape == (1, known.units) and known.units > 1:
            why = "one class a sample: the last axis tells a sigmoid, the first one counts the samples"
        expect.close(what, got, expected, expect.meaning(got, readings, why))

    @each_number_of_samples
    @pytest.mark.parametrize(
        ("units", "build"),
        [
            pytest.param(3, functional, id="softmax"),
            pytest.param(2, subclassed, id="softmax of two"),
            pytest.param(1, sequential, id="sigmoid"),
        ],
    )
    def test_names_the_most_probable(self, attempt, units, build, n):
        self.claim(attempt, Classifier(units, build), n)

    @pytest.mark.parametrize(
        ("units", "build"), [pytest.param(3, sequential, id="softmax"), pytest.param(1, subclassed, id="sigmoid")]
    )
    def test_takes_a_tensor(self, attempt, units, build):
        self.claim(attempt, Classifier(units, build), 7, ops.convert_to_tensor)

    def test_takes_the_highest_of_a_row_however_low(self, attempt):
        outputs = np.float32([[0.4, 0.35, 0.25], [0.25, 0.3, 0.45], [0.05, 0.9, 0.05], [0.1, 0.46, 0.44]])
        what = f"for the probabilities {expect.show(outputs)} the result"
        got = whole_numbers(what, attempt.predict_classes(as_it_is((3,)), outputs))

        expect.close(what, got, np.array([0, 2, 1, 1]), "0.5 plays no part in a softmax: the highest of a row wins")

    def test_takes_one_half_for_no_yes(self, attempt):
        outputs = np.float32([[0.25], [0.5], [0.75], [0.5], [0.501], [0.499], [1], [0]])
        what = f"for a sigmoid's {expect.show(outputs[:, 0])} the result"
        got = whole_numbers(what, attempt.predict_classes(as_it_is((1,)), outputs))

        readings = [(ALWAYS_0, np.zeros(8))]
        why = expect.meaning(got, readings, "1 above 0.5, and 0.5 itself is not above")
        expect.close(what, got, np.array([0, 0, 1, 0, 1, 0, 1, 0]), why)


class TestPredictOne:
    def one(self, attempt, model, sample):
        """Return what should be a class and its probability."""
        shape = tuple(sample.shape)
        try:
            got = attempt.predict_one(model, sample)
        except ValueError as error:
            # torch writes a shape as a list.
            if str(shape) not in str(error) and str(list(shape)) not in str(error):
                raise
            why = "a model takes batches: a lone sample is a batch of one, and needs its axis; a list is no axis"
            raise AssertionError(f"a sample of shape {shape} is refused: {plain(error)} — {why}") from error
        label, probability = expect.parts("the result", got, 2)
        is_int = isinstance(label, int) and not isinstance(label, bool)
        why = "the class comes first" if isinstance(label, float) else "a Python number, as int() makes it"
        kind = expect.kind(label)
        assert is_int, f"the class is {kind}, expected an int — {why}"
        kind = expect.kind(probability)
        assert isinstance(probability, float), (
            f"the probability is {kind}, expected a float — one Python number, as float() makes it, for the class given"
        )
        return label, expect.number("the probability", probability)

    def claim(self, what, got, expected, readings=()):
        """Claim a class and its probability; `readings` say what other pairs mean."""
        # What a mistake gives for this sample may be what is right.
        readings = [(why, pair) for why, pair in readings if not np.allclose(pair, expected, **GPU)]
        why = expect.meaning(np.array(got), readings, "the most probable class, and the probability of that very class")
        assert got[0] == expected[0], f"{what} the class is {got[0]}, expected {expected[0]} — {why}"
        expect.close(f"{what} the probability of class {got[0]}", got[1], expected[1], why, **GPU)

    @each_kind_of_array
    @pytest.mark.parametrize(
        ("units", "row", "build"),
        [
            pytest.param(3, 0, sequential, id="softmax"),
            pytest.param(2, 2, subclassed, id="softmax of two"),
            pytest.param(1, 0, functional, id="a sigmoid's yes"),
            pytest.param(1, 2, subclassed, id="a sigmoid's no"),
        ],
    )
    def test_names_a_class_and_its_probability(self, attempt, units, row, build, as_given):
        known, sample = Classifier(units, build), normal(7, FEATURES)[row]
        got = self.one(attempt, known.model, as_given(sample))

        outputs, training = (known.probabilities(sample[None], mode)[0] for mode in (False, True))
        if units == 1:
            p = outputs.item()
            expected = (1, p) if p > 0.5 else (0, 1 - p)
            readings = [
                (ALWAYS_0, (0, p)),
                ("a sigmoid gives the probability of class 1: that of class 0 is what it lacks to 1", (0, p)),
                (ALWAYS_0, (0, 1 - p)),
                ("above 0.5 a sigmoid says class 1", (1 - expected[0], expected[1])),
            ]
            if expected[0] == 0:
                readings.pop(0)
            readings.append((IN_TRAINING, (int(training[0] > 0.5), max(training[0], 1 - training[0]))))
        else:
            expected = (int(outputs.argmax()), outputs.max())
            twice = softmax(outputs).max()
            readings = [
                ("it is a probability already: a second softmax flattens it", (expected[0], twice)),
                ("that is the probability of class 1, not of the class given", (expected[0], outputs[1])),
                ("that is the probability of the last class, not of the class given", (expected[0], outputs[-1])),
                (IN_TRAINING, (int(training.argmax()), training.max())),
            ]
        self.claim(f"for a sample of which {known} gives {expect.show(outputs)}", got, expected, readings)

    @pytest.mark.parametrize("shape", [(3, 2), (3, 2, 2)], ids=["a sequence", "an image"])
    def test_takes_a_sample_of_any_rank(self, attempt, shape):
        size = int(np.prod(shape))
        weights = [0.5 * normal(size, 3, seed=3), normal(3, seed=4)]
        model = functional([layers.Flatten(), layers.Dense(3, activation="softmax")], shape)
        model.set_weights(weights)
        sample = normal(*shape)
        got = self.one(attempt, model, sample)

        outputs = softmax(sample.ravel() @ weights[0] + weights[1])
        self.claim(f"for a sample of shape {shape}", got, (int(outputs.argmax()), outputs.max()))

    def test_takes_one_half_for_no_yes(self, attempt):
        got = self.one(attempt, as_it_is((1,)), np.float32([0.5]))

        readings = [("a sigmoid says class 1 above 0.5, and 0.5 itself is not above", (1, 0.5))]
        self.claim("for a sample of which a sigmoid gives 0.5", got, (0, 0.5), readings)


class TestTopK:
    def pair(self, attempt, model, x, k):
        """Return what should be classes and probabilities."""
        parts = expect.parts("the result", attempt.top_k(model, x, k), 2)
        classes, probabilities = (spelled(part) for part in parts)
        why = "a row for each sample, and in it the k best"
        classes = expect.array(f"with k={k} the array of classes", classes, (len(x), k), why)
        probabilities = expect.array(f"with k={k} the array of probabilities", probabilities, (len(x), k), why)
        swapped = probabilities.dtype.kind in "iu"
        why = "classes come first, then probabilities" if swapped else "a class is a number to count and index with"
        assert classes.dtype.kind in "iu", f"the first array holds {classes.dtype} numbers, expected integers — {why}"
        return classes, probabilities

    def claim(self, attempt, known, n, k, as_given=np.asarray):
        """Claim the k best classes and their probabilities of a model that ends in a softmax."""
        x = normal(n, FEATURES)
        classes, probabilities = self.pair(attempt, known.model, as_given(x), k)

        outputs, training = known.probabilities(x), known.probabilities(x, training=True)
        order = (-outputs).argsort(-1)
        expected, highest = order[:, :k], -np.sort(-outputs)[:, :k]
        readings = [
            ("the likeliest comes first, not last", expected[:, ::-1]),
            ("those are the least probable ones: argsort begins with the lowest", order[:, ::-1][:, :k]),
            ("that is the rank of each class: argsort once, of the probabilities", order.argsort(-1)[:, :k]),
            ("the columns of one row each: the classes lie along the last axis", (-outputs).argsort(0)[:, :k]),
            (IN_TRAINING, (-training).argsort(-1)[:, :k]),
        ]
        why = "the columns of the k highest probabilities of a row, the highest first"
        if (np.sort(classes) == np.sort(expected)).all():
            why = "those are the k best, but not from the highest down"
        expect.close(
            f"for {known} with k={k} the array of classes", classes, expected, expect.meaning(classes, readings, why)
        )
        readings = [
            ("the probabilities as the model gives them: they need not sum to 1 over the best", share(highest)),
            ("they are probabilities already: a second softmax flattens them", -np.sort(-softmax(outputs))[:, :k]),
            ("the probabilities must be put in the order of the classes too", outputs[:, :k]),
            (IN_TRAINING, -np.sort(-training)[:, :k]),
        ]
        why = expect.meaning(probabilities, readings, "each is the probability of the class in the same place")
        expect.close(f"for {known} with k={k} the array of probabilities", probabilities, highest, why, **GPU)

    @pytest.mark.parametrize("k", [3, 2, 1, 5], ids=["three of five", "two of five", "one of five", "all five"])
    def test_gives_the_likeliest_first(self, attempt, k):
        self.claim(attempt, Classifier(5, functional), 7, k)

    @pytest.mark.parametrize("k", [1, 2], ids=["its best", "its best two"])
    def test_takes_one_sample(self, attempt, k):
        self.claim(attempt, Classifier(3, subclassed), 1, k)

    def test_takes_a_tensor(self, attempt):
        self.claim(attempt, Classifier(5), 7, 3, ops.convert_to_tensor)

    def test_puts_the_best_of_many_in_order(self, attempt):
        # So many, because argpartition happens to sort a few.
        ranks = np.stack([np.random.default_rng(row).permutation(600) for row in range(3)])
        outputs = (ranks / ranks.sum(-1, keepdims=True)).astype("float32")
        classes, probabilities = self.pair(attempt, as_it_is((600,)), outputs, 200)

        why = "the highest comes first, and so on down; argpartition does not sort"
        expect.close("of 600 the array of the 200 best classes", classes, (-ranks).argsort(-1)[:, :200], why)
        why = "each is the probability of the class in the same place"
        expect.close("of 600 the array of the 200 highest", probabilities, -np.sort(-outputs)[:, :200], why)

    def test_names_equally_probable_classes_once_each(self, attempt):
        outputs = np.float32([[0.125, 0.25, 0.25, 0.375], [0.25, 0.25, 0.25, 0.25], [0.5, 0.0, 0.0, 0.5]])
        classes, probabilities = self.pair(attempt, as_it_is((4,)), outputs, 3)

        for row, named, likely in zip(outputs, classes.tolist(), probabilities, strict=True):
            what = f"for the probabilities {expect.show(row)} the best three are classes {named}"
            assert len(set(named) & set(range(4))) == 3, f"{what}, expected three of 0 to 3 — each comes once"
            expect.close(f"{what}; their probabilities", row[named], np.sort(row)[:0:-1], "the highest come first")
            why = "each is the probability of the class in the same place, also among equals"
            expect.close(f"{what} and the array of probabilities", likely, row[named], why)


class Source:
    """An iterator over batches that counts how many have been read."""

    def __init__(self, batches):
        self.batches = iter(batches)
        self.read = 0

    def __iter__(self):
        return self

    def __next__(self):
        batch = next(self.batches)
        self.read += 1
        return batch


class Witness(layers.Layer):
    """Hands on what it gets, and notes how many rows that has wherever it is compiled for a number of them."""

    def __init__(self, sizes):
        super().__init__()
        self.note = sizes.add

    def compute_output_shape(self, input_shape):
        return input_shape

    def call(self, inputs):
        if isinstance(inputs.shape[0], int):
            self.note(inputs.shape[0])
        return inputs


class TestPredictStream:
    def stream(self, attempt, model, batches):
        """Return what should be a generator."""
        got = attempt.predict_stream(model, batches)
        kind = expect.kind(got)
        why = "is there a `yield`?" if got is None else "yield each result when it is there, do not collect them"
        assert isinstance(got, Iterator), f"the result is {kind}, expected a generator — {why}"
        return got

    def results(self, attempt, model, batches):
        """Return the results for all batches, each an array with a row a sample."""
        sizes = [len(batch) for batch in batches]
        stream = self.stream(attempt, model, batches)
        with expect.works(
            f"for batches of {sizes} samples it stops",
            "padding adds rows and nothing else; after the last batch a stream just ends",
        ):
            # One that never ends is not read to its end.
            got = list(itertools.islice(stream, sum(sizes) + 2))
        why = "one array a batch, also for the short one"
        if len(got) > sum(sizes):
            why = "the end of the batches is the end of the stream"
        elif len(got) == sum(sizes):
            why = "one array a batch, not one a sample"
        elif len(got) == 1:
            why = "each batch has a result of its own, they are not joined into one"
        assert len(got) == len(sizes), (
            f"batches of {sizes} samples give {count(len(got), 'result', 'results')}, expected {len(sizes)} — {why}"
        )
        return [self.result(place, *pair) for place, pair in enumerate(zip(got, sizes, strict=True))]

    def result(self, place, got, size):
        """Return what should be an array with the outputs for a batch of this size."""
        what = f"result {place}, for a batch of {size},"
        kind = expect.kind(got)
        why = "as predict gives it"
        if ops.is_tensor(got):
            why = "a tensor stays in the memory of its device, and a stream may be long"
        assert isinstance(got, np.ndarray), f"{what} is {kind}, expected a NumPy array — {why}"
        values = expect.array(what, got)
        rows = len(values) if values.ndim else 0
        why = "the outputs of the padding must be cut off again" if rows > size else "one row for each of its samples"
        assert rows == size, f"{what} has shape {values.shape}, expected {count(size, 'row', 'rows')} — {why}"
        return values

    def claim(self, what, got, expected, readings=()):
        """Claim the outputs for one batch."""
        why = expect.meaning(got, readings, "the outputs of the model for the samples of this batch, in their order")
        expect.close(what, got, expected, why, **GPU)

    @each_kind_of_array
    @pytest.mark.parametrize("build", [functional, subclassed], ids=["functional", "subclassed"])
    def test_yields_one_array_a_batch(self, attempt, build, as_given):
        known, x = Classifier(3, build), normal(14, FEATURES)
        batches = [x[:6], x[6:12], x[12:]]
        results = self.results(attempt, known.model, [as_given(batch) for batch in batches])

        for place, (got, batch) in enumerate(zip(results, batches, strict=True)):
            readings = [
                ("those are classes: yield what the model gives", known.classes(batch)),
                (IN_TRAINING, known.probabilities(batch, training=True)),
            ]
            self.claim(f"result {place}, for a batch of {len(batch)},", got, known.probabilities(batch), readings)

    def test_reads_a_batch_when_its_result_is_asked_for(self, attempt):
        x = np.float32([[0.25, 0.75], [0.5, 0.5]])
        source = Source(itertools.repeat(x, 50))
        stream = self.stream(attempt, as_it_is((2,)), source)

        assert source.read == 0, (
            f"{count(source.read, 'batch is', 'batches are')} read before the first result is asked for, expected none "
            "— all that reads belongs into the generator, which begins to run at the first next()"
        )
        for place in range(3):
            with expect.works(
                f"result {place} does not come", "an iterator has no length and no index: take what comes"
            ):
                got = next(stream, None)
            assert source.read == place + 1, (
                f"{count(source.read, 'batch is', 'batches are')} read when result {place} comes out, expected "
                f"{place + 1} — to look ahead is to wait for a batch that may come late or never"
            )
            self.claim(f"result {place}", self.result(place, got, 2), x)

    @pytest.mark.parametrize(
        "sizes",
        [
            pytest.param((6, 6, 2), id="a short last batch"),
            pytest.param((6, 6, 1), id="a last batch of one"),
            pytest.param((6, 3, 6, 1), id="two short batches"),
            pytest.param((2,), id="one batch"),
            pytest.param((40, 40, 3), id="large batches"),
        ],
    )
    def test_shows_the_layers_one_batch_size(self, attempt, sizes):
        # Beside its inputs this model gives how many rows its layers see together.
        inputs, traced = keras.Input((3,)), set()
        ones = ops.ones_like(Witness(traced)(inputs)[:, :1])
        seen = ones * ops.sum(ones, axis=0, keepdims=True)
        model = keras.Model(inputs, ops.concatenate([inputs, seen], axis=-1))
        batches = [normal(size, 3, seed=place) for place, size in enumerate(sizes)]
        results = self.results(attempt, model, batches)

        together = set()
        for place, (got, batch) in enumerate(zip(results, batches, strict=True)):
            what = f"result {place}, for a batch of {len(batch)},"
            got = expect.array(what, got, (len(batch), 4), "yield what the model gives")
            self.claim(f"{what} but its last column", got[:, :3], batch)
            together |= set(got[:, 3].tolist())
        together |= traced  # rows that were cut off again have been seen, too
        sizes_seen = " and ".join(f"{rows:g}" for rows in sorted(together, reverse=True))
        advice = "pad a short batch to the size of those before it, no further"
        if max(sizes) > 32 in together:
            advice = "predict cuts what it is given into batches of 32 unless it is told batch_size"
        assert len(together) == 1, (
            f"for batches of {list(sizes)} samples the layers see {sizes_seen} rows at a time, expected one size — "
            f"each new size is compiled anew: {advice}"
        )

    def test_takes_batches_of_images(self, attempt):
        images = normal(43, 3, 2, 1)
        batches = [images[:40], images[40:]]
        results = self.results(attempt, functional([layers.Flatten()], (3, 2, 1)), batches)

        for place, (got, batch) in enumerate(zip(results, batches, strict=True)):
            self.claim(f"result {place}, for images of shape (3, 2, 1),", got, batch.reshape(len(batch), 6))

    def test_gives_nothing_for_no_batches(self, attempt):
        stream = self.stream(attempt, as_it_is((2,)), iter(()))
        with expect.works("a stream of no batches stops with an error", "no batches, no results, and that is all"):
            got = list(itertools.islice(stream, 2))

        assert not got, f"no batches give {count(len(got), 'result', 'results')}, expected none"
