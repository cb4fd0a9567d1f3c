"""Kata 13: shares and counts of small tables that can be checked with a finger, and a metric that Keras can stream."""

import keras
import numpy as np
import pytest
from keras import layers, ops

from dojo import expect
from dojo.inputs import each_kind_of_array, normal


def one_hot(labels, n_classes):
    """Return rows with a 1 in the column of the label."""
    return np.eye(n_classes, dtype="float32")[np.asarray(labels)]


def scores_of(predicted, n_classes):
    """Return logits, different from sample to sample, whose largest is that of the class predicted."""
    return normal(len(predicted), n_classes).clip(-1, 1) + 4 * one_hot(predicted, n_classes)


def share(hits):
    return sum(map(bool, hits)) / len(hits)


def claim_share(case, got, expected, n_samples, otherwise, readings=()):
    """Claim a share of samples; `readings` are pairs of what it usually means and another number."""
    what = f"for {case} it"
    if ops.is_tensor(got) or isinstance(got, np.ndarray):
        expect.array(what, got, (), "one float for the whole set: the mean over the samples")
    value = expect.number(what, got)
    assert not ops.is_tensor(got), f"{what} is a tensor, expected a float — float(...) takes the number out of it"
    readings = [
        *readings,
        ("that is how many: divide by the number of samples", n_samples * expected),
        ("a share from 0 to 1, not a percentage", 100 * expected),
    ]
    expect.close(what, value, expected, expect.meaning(value, readings, otherwise))


# Where the class of each sample comes in its row of scores: first, first, second, third, first.
SCORES = [[0.7, 0.2, 0.1], [0.1, 0.3, 0.6], [0.2, 0.5, 0.3], [0.1, 0.2, 0.7], [0.25, 0.4, 0.35]]
LABELS = [0, 2, 2, 0, 1]
# And: first, last, first, second.
LOGITS = [[-1.0, -3.0, -2.0, -4.0], [2.0, 9.0, 1.0, 0.0], [0.5, -2.0, 3.0, -1.0], [-5.0, -4.0, -6.0, -4.5]]
LOGITS_LABELS = [0, 3, 2, 3]

# A class that comes second among equals is not the first.
TIES = [[0.4, 0.4, 0.2], [0.2, 0.4, 0.4], [0.4, 0.2, 0.4], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
TIED_LABELS = [1, 1, 0, 0, 2]


class OverClasses:
    """What holds for the accuracy over classes, whichever form the labels have."""

    def claim(self, attempt, case, labels, scores, expected, as_given=np.asarray, why="", dtype=None):
        scores = np.asarray(scores, "float32")
        truth = self.labels(labels, scores.shape[1], dtype)
        got = getattr(attempt, self.step)(as_given(truth), as_given(scores))

        rows = one_hot(labels, scores.shape[1])
        by_number = "compare class with class, one of each for a sample, not numbers"
        readings = [
            (
                "each sample is a row: the largest score of each row, axis=-1, not of each column",
                share(scores.argmax(0) == rows.argmax(0)),
            ),
            (by_number, np.mean(scores.round() == rows)),
            (by_number, np.mean(scores == rows)),
        ]
        otherwise = why or "the share of rows whose largest score is right"
        claim_share(case, got, expected, len(labels), otherwise, () if why else readings)

    @each_kind_of_array
    @pytest.mark.parametrize(
        ("scores", "labels", "expected"),
        [
            pytest.param(SCORES, LABELS, 0.6, id="5 samples of 3 classes"),
            pytest.param(LOGITS, LOGITS_LABELS, 0.5, id="logits"),
            pytest.param([[3.0, 1.0], [2.0, 1.0], [0.0, 1.0], [2.0, 7.0]], [0, 1, 0, 1], 0.5, id="two classes"),
            pytest.param([[0.2, 0.3, 0.5]], [2], 1.0, id="one sample that is right"),
            pytest.param([[0.2, 0.3, 0.5]], [1], 0.0, id="one sample that is wrong"),
            pytest.param(LOGITS, [0, 1, 1, 1], 0.75, id="classes never seen"),
        ],
    )
    def test_is_the_share_of_rows_whose_largest_score_is_right(self, attempt, scores, labels, expected, as_given):
        case = f"scores {expect.show(scores)} and labels {labels}"

        self.claim(attempt, case, labels, scores, expected, as_given)

    def test_lets_the_first_of_equal_scores_win(self, attempt):
        case = f"scores {expect.show(TIES)} and labels {TIED_LABELS}"

        why = "of equal scores the first wins, and only that one, as argmax has it: rows 1, 2 and 3 are right"
        self.claim(attempt, case, TIED_LABELS, TIES, 0.6, why=why)

    def test_takes_labels_of_another_dtype(self, attempt):
        self.claim(attempt, f"{self.other_dtype} labels {LABELS}", LABELS, SCORES, 0.6, dtype=self.other_dtype)

    def test_agrees_with_keras(self, attempt):
        scores, labels = normal(90, 7, seed=1), np.arange(90) % 7
        labels = np.where(np.arange(90) % 3 == 0, scores.argmax(-1), labels).astype("int32")
        metric = self.metric(self.labels(labels, 7), scores)

        expected = float(expect.array("Keras's own", metric).mean())
        why = f"the mean of keras.metrics.{self.step}"
        self.claim(attempt, "90 samples of 7 classes", labels, scores, expected, why=why)


class TestCategoricalAccuracy(OverClasses):
    step = "categorical_accuracy"
    other_dtype = "int32"
    metric = staticmethod(keras.metrics.categorical_accuracy)

    def labels(self, labels, n_classes, dtype=None):
        return one_hot(labels, n_classes).astype(dtype or "float32")


class TestSparseCategoricalAccuracy(OverClasses):
    step = "sparse_categorical_accuracy"
    other_dtype = "int64"
    metric = staticmethod(keras.metrics.sparse_categorical_accuracy)

    def labels(self, labels, n_classes, dtype=None):
        return np.asarray(labels, dtype or "int32")


YES_SCORES = [0.9, 0.2, 0.6, 0.4, 0.7, 0.1, 0.8]
YES_LABELS = [1, 0, 1, 1, 0, 0, 1]


class TestBinaryAccuracy:
    def claim(self, attempt, labels, scores, expected, shapes=((-1,), (-1,)), as_given=np.asarray, **threshold):
        labels, scores = np.asarray(labels, "int32"), np.asarray(scores, "float32")
        y_true, y_pred = labels.reshape(shapes[0]), scores.reshape(shapes[1])
        got = attempt.binary_accuracy(as_given(y_true), as_given(y_pred), **threshold)

        border = threshold.get("threshold", 0.5)
        case = f"scores {expect.show(scores)} of shape {y_pred.shape} and labels {labels.tolist()} of {y_true.shape}"
        case += "".join(f" at threshold {value}" for value in threshold.values())
        readings = [
            ("a yes is a score above the threshold, not one that is equal to it", share((scores >= border) == labels)),
            ("it is `threshold` that a score must lie above, not always 0.5", share((scores > 0.5) == labels)),
            ("the score must become a yes or no before it is compared", share(scores == labels)),
        ]
        if y_true.shape != y_pred.shape:
            why = "(n,) and (n, 1) compare every sample with every other one: give both one shape first"
            readings = [(why, np.mean((scores > border) == labels[:, None])), *readings]
        otherwise = "the share of samples where `score > threshold` and the label say the same"
        claim_share(case, got, expected, len(labels), otherwise, readings)

    @each_kind_of_array
    def test_is_the_share_of_right_answers(self, attempt, as_given):
        self.claim(attempt, YES_LABELS, YES_SCORES, 5 / 7, as_given=as_given)

    @each_kind_of_array
    @pytest.mark.parametrize(
        "shapes",
        [
            pytest.param(((-1,), (-1, 1)), id="labels (n,), scores (n, 1)"),
            pytest.param(((-1, 1), (-1,)), id="labels (n, 1), scores (n,)"),
            pytest.param(((-1, 1), (-1, 1)), id="both (n, 1)"),
        ],
    )
    def test_takes_columns_too(self, attempt, shapes, as_given):
        self.claim(attempt, YES_LABELS, YES_SCORES, 5 / 7, shapes, as_given)

    def test_takes_the_threshold_itself_for_a_no(self, attempt):
        self.claim(attempt, [1, 1, 0, 1, 0, 0, 1], [0.5, 0.5, 0.5, 0.75, 0.25, 0.5, 0.5], 4 / 7)

    @pytest.mark.parametrize(
        ("labels", "scores", "threshold", "expected"),
        [
            pytest.param([1, 1, 0, 1, 0, 0, 1], [0.3, 0.4, 0.2, 0.25, 0.25, 0.9, 0.4], 0.25, 5 / 7, id="low"),
            pytest.param([1, 0, 0, 1, 0, 1, 0], [0.9, 0.6, 0.7, 0.75, 0.75, 0.8, 0.6], 0.75, 6 / 7, id="high"),
            pytest.param(
                [1, 1, 0, 0, 1, 0, 1], [0.3, 0.2, -0.4, 0.0, 0.0, -3.0, 2.0], 0.0, 6 / 7, id="zero, for logits"
            ),
            pytest.param(
                [1, 1, 0, 0, 1, 1, 0], [-0.5, 0.5, -2.0, -0.25, -1.0, -0.75, -3.0], -1.0, 5 / 7, id="negative"
            ),
        ],
    )
    def test_decides_at_the_threshold_it_is_given(self, attempt, labels, scores, threshold, expected):
        self.claim(attempt, labels, scores, expected, threshold=threshold)

    @pytest.mark.parametrize("shapes", [((-1,), (-1,)), ((-1,), (-1, 1))], ids=["(1,)", "(1,) and (1, 1)"])
    @pytest.mark.parametrize(("label", "expected"), [(1, 1.0), (0, 0.0)], ids=["right", "wrong"])
    def test_takes_one_sample(self, attempt, label, expected, shapes):
        self.claim(attempt, [label], [0.8], expected, shapes)

    def test_takes_float_labels(self, attempt):
        got = attempt.binary_accuracy(np.float32(YES_LABELS), np.float32(YES_SCORES))

        case = f"scores {YES_SCORES} and float32 labels {YES_LABELS}"
        claim_share(case, got, 5 / 7, 7, "labels may be 0.0 and 1.0: compare their values")

    @pytest.mark.parametrize("threshold", [0.5, 0.25])
    def test_agrees_with_keras(self, attempt, threshold):
        # Eighths: many of them lie on the threshold.
        random = np.random.default_rng(2)
        scores, labels = random.integers(0, 9, 64) / 8, random.integers(0, 2, 64)
        metric = keras.metrics.binary_accuracy(np.float32(labels)[:, None], np.float32(scores)[:, None], threshold)
        got = attempt.binary_accuracy(labels.astype("int32"), scores.astype("float32"), threshold=threshold)

        expected = float(expect.array("Keras's own", metric).mean())
        why = "the mean of keras.metrics.binary_accuracy; a score on the threshold is a no"
        claim_share(f"64 scores at threshold {threshold}", got, expected, 64, why)


def among(rows, labels):
    """Return the share of labels that are in their own row."""
    return share([label in row for label, row in zip(labels, rows, strict=True)])


FORMS = {
    "integer labels": lambda labels, n_classes: np.asarray(labels, "int32"),
    "one-hot labels": one_hot,
    "one-hot integers": lambda labels, n_classes: one_hot(labels, n_classes).astype("int32"),
}
each_form = pytest.mark.parametrize("form", ["integer labels", "one-hot labels"])


class TestTopKAccuracy:
    def claim(self, attempt, labels, scores, k, expected, form="integer labels", as_given=np.asarray, why=""):
        scores = np.asarray(scores, "float32")
        n_classes = scores.shape[1]
        forms = "labels come as integers (n,) or as one-hot rows (n, classes): their rank tells which"
        with expect.works(f"for {form} it stops", forms):
            got = attempt.top_k_accuracy(as_given(FORMS[form](labels, n_classes)), as_given(scores), k)

        order = np.argsort(-scores, axis=-1, kind="stable")
        own = "only the k largest of the sample's own row count: not those of other rows, nor more than k"
        readings = [
            ("k says how many count: this is the plain accuracy", share(order[:, 0] == labels)),
            ("the k largest: a sort puts the smallest first", among(order[:, -k:], labels)),
            ("the k largest, no fewer", among(order[:, : k - 1], labels)),
            (own, share(np.isin(labels, order[:, :k]))),
            (own, among(order[:, : k + 1], labels)),
        ]
        case = f"k={k}, scores {expect.show(scores)} and {form} {list(labels)}" if len(scores) < 9 else f"k={k}"
        otherwise = "the share of samples whose class is among the k largest of its row"
        claim_share(case, got, expected, len(labels), why or otherwise, () if why else readings)

    @each_form
    @pytest.mark.parametrize(
        ("scores", "labels", "k", "expected"),
        [
            pytest.param(SCORES, LABELS, 2, 0.8, id="k 2 of 3"),
            pytest.param(SCORES, LABELS, 1, 0.6, id="k 1 of 3"),
            pytest.param(SCORES, LABELS, 3, 1.0, id="k 3 of 3"),
            pytest.param(LOGITS, LOGITS_LABELS, 2, 0.75, id="k 2, logits"),
            pytest.param(LOGITS, LOGITS_LABELS, 3, 0.75, id="k 3, logits"),
            pytest.param([[0.2, 0.3, 0.5]], [1], 2, 1.0, id="one sample that is right"),
            pytest.param([[0.2, 0.3, 0.5]], [0], 2, 0.0, id="one sample that is wrong"),
        ],
    )
    def test_is_the_share_of_labels_among_the_k_largest(self, attempt, scores, labels, k, expected, form):
        self.claim(attempt, labels, scores, k, expected, form)

    @each_form
    def test_takes_tensors(self, attempt, form):
        self.claim(attempt, LABELS, SCORES, 2, 0.8, form, ops.convert_to_tensor)

    def test_takes_one_hot_labels_that_are_integers(self, attempt):
        self.claim(attempt, LABELS, SCORES, 2, 0.8, "one-hot integers")

    # Three classes: with more, keras.ops.top_k leaves it open under PyTorch which of equal scores comes first.
    @pytest.mark.parametrize(
        ("scores", "labels", "k", "expected"),
        [
            pytest.param(TIES, TIED_LABELS, 1, 0.6, id="k 1"),
            pytest.param(
                [[0.5, 0.25, 0.25], [0.25, 0.25, 0.5], [0.0, 0.0, 0.0], [0.25, 0.5, 0.25], [0.0, 0.0, 0.0]],
                [2, 1, 1, 0, 2],
                2,
                0.4,
                id="k 2",
            ),
        ],
    )
    def test_never_lets_more_than_k_classes_count(self, attempt, scores, labels, k, expected):
        why = "of equal scores the first go before the others: k classes count in each row, be there ties or not"
        self.claim(attempt, labels, scores, k, expected, why=why)

    @each_form
    @pytest.mark.parametrize("k", [1, 4])
    def test_agrees_with_keras_where_no_scores_are_equal(self, attempt, k, form):
        scores, labels = normal(90, 7, seed=3), np.arange(90) % 7
        metric = keras.metrics.sparse_top_k_categorical_accuracy(labels.astype("int32"), scores, k=k)

        expected = float(expect.array("Keras's own", metric).mean())
        why = "the mean of keras.metrics.sparse_top_k_categorical_accuracy for 90 samples of 7 classes"
        self.claim(attempt, labels, scores, k, expected, form, why=why)


class TestConfusionMatrix:
    def claim(self, attempt, truth, predicted, expected, as_given=np.asarray, dtype="int32"):
        truth, predicted, expected = np.asarray(truth, dtype), np.asarray(predicted, dtype), np.asarray(expected)
        n_classes = len(expected)
        case = (
            f"labels {truth.tolist()} and predictions {predicted.tolist()}"
            if len(truth) < 12
            else f"{len(truth)} samples"
        )
        what = f"for {case} of {n_classes} classes the matrix"
        got = attempt.confusion_matrix(as_given(truth), as_given(predicted), n_classes)

        square = "a row and a column for each of n_classes, also for those that do not occur"
        counts = expect.array(what, got, expected.shape, square)
        per_row = expected / np.maximum(expected.sum(1, keepdims=True), 1)
        readings = [
            ("rows are the truth and columns what was predicted: it is transposed", expected.T),
            ("every sample counts: a pair that occurs again counts again", np.minimum(expected, 1)),
            ("counts, not shares of a row", per_row),
            ("counts, not shares of all samples", expected / expected.sum()),
            ("wrong predictions count too, beside the diagonal", np.diag(np.diag(expected))),
            ("all rows are one and the same list: `[row] * n` repeats it", np.tile(expected.sum(0), (n_classes, 1))),
        ]
        why = expect.meaning(counts, readings, "in row i, column j: how many samples of class i were taken for class j")
        expect.close(what, counts, expected, why)

    @each_kind_of_array
    def test_counts_what_was_taken_for_what(self, attempt, as_given):
        truth, predicted = [0, 0, 0, 1, 1, 2, 0, 2], [0, 1, 1, 1, 2, 2, 1, 0]

        self.claim(attempt, truth, predicted, [[1, 3, 0], [0, 1, 1], [1, 0, 1]], as_given)

    @pytest.mark.parametrize(
        ("truth", "predicted", "expected"),
        [
            pytest.param([1, 1], [0, 0], [[0, 0], [2, 0]], id="nothing right"),
            pytest.param([0, 0, 1, 1], [0, 1, 0, 1], [[1, 1], [1, 1]], id="half right"),
            pytest.param(
                [0, 2, 2], [2, 2, 2], [[0, 0, 1], [0, 0, 0], [0, 0, 2]], id="a class in the middle never seen"
            ),
            pytest.param(
                [0, 1, 1], [1, 0, 0], [[0, 1, 0, 0], [2, 0, 0, 0], [0] * 4, [0] * 4], id="the last never seen"
            ),
            pytest.param([0, 0], [0, 2], [[1, 0, 1], [0] * 3, [0] * 3], id="predicted and never seen"),
            pytest.param([2], [1], [[0] * 3, [0] * 3, [0, 1, 0]], id="one sample"),
        ],
    )
    def test_has_a_place_for_every_class(self, attempt, truth, predicted, expected):
        self.claim(attempt, truth, predicted, expected)

    def test_counts_int64_labels(self, attempt):
        self.claim(attempt, [0, 1, 1], [1, 1, 0], [[0, 1], [1, 1]], dtype="int64")

    def test_counts_every_sample_once(self, attempt):
        random = np.random.default_rng(4)
        # Not evenly: a matrix of random classes would be nearly symmetric.
        truth, predicted = random.integers(0, 6, 400), random.integers(0, 6, 400) // 2
        pairs = list(zip(truth.tolist(), predicted.tolist(), strict=True))

        self.claim(attempt, truth, predicted, [[pairs.count((i, j)) for j in range(6)] for i in range(6)])


# Class 3 is predicted but never seen, class 4 neither.
N_CLASSES = 5
TRUTH = [0, 0, 0, 0, 0, 0, 1, 1, 2, 2]
PREDICTED = [0, 0, 0, 0, 0, 1, 1, 0, 2, 3]
BALANCED = (5 / 6 + 1 / 2 + 1 / 2) / 3


def balanced(truth, predicted, over=None):
    """Return the mean recall over the classes in `truth`, or in `over`."""
    pairs = list(zip(truth, predicted, strict=True))
    classes = set(truth) if over is None else over
    return sum(sum(t == p == c for t, p in pairs) / max(list(truth).count(c), 1) for c in classes) / len(classes)


def as_fed(truth, predicted, n_classes=N_CLASSES, as_given=ops.convert_to_tensor):
    """Return labels and scores as Keras feeds them to a metric."""
    return as_given(np.asarray(truth, "int32")), as_given(scores_of(predicted, n_classes).astype("float32"))


def idea_of_balance(value, truth, predicted, n_classes, batches=()):
    """Return what it usually means that the metric gives this value."""
    seen = set(truth)
    of_predictions = "how many of its samples were found, not how many of the predictions of it were right"
    readings = [
        (
            "that is the plain accuracy: take the share of each class first, then their mean",
            share(equal(truth, predicted)),
        ),
        ("only classes that labels named count, not all n_classes", balanced(truth, predicted, range(n_classes))),
        (
            "a class that is predicted and has no sample is not seen: only labels say which classes are",
            balanced(truth, predicted, seen | set(predicted)),
        ),
        (of_predictions, balanced(predicted, truth)),
        (of_predictions, balanced(predicted, truth, seen)),
    ]
    if len(batches) > 1:
        readings = [
            ("that is the last batch alone: add to what was counted before", balanced(*batches[-1])),
            (
                "that is the mean over the batches: count samples and hits of each class, and divide at the end",
                np.mean([balanced(*batch) for batch in batches]),
            ),
            *readings,
        ]
    return expect.meaning(value, readings, "the mean over the classes seen of the share of each that was recognized")


def equal(truth, predicted):
    return [t == p for t, p in zip(truth, predicted, strict=True)]


class TestBalancedAccuracy:
    ASKED = "Keras calls update_state(y_true, y_pred, sample_weight=...), and the state must be variables of Keras"

    def make(self, attempt, n_classes=N_CLASSES, **name):
        metric = attempt.BalancedAccuracy(n_classes, **name)
        kind = expect.kind(metric)
        assert isinstance(metric, keras.metrics.Metric), f"it is {kind}, expected a keras.metrics.Metric"
        return metric

    def value(self, metric, when):
        with expect.works(f"{when} there is no result", "result() divides what update_state counted"):
            got = metric.result()
        got = expect.array(f"the result {when}", got, (), "one number, the mean over the classes")
        why = "0 of 0 is NaN: a class without samples has no recall, and there may be no class at all"
        return float(expect.finite(f"the result {when}", got, why))

    def update(self, metric, truth, predicted, n_classes=N_CLASSES, as_given=ops.convert_to_tensor):
        why = "labels are (batch,), scores (batch, n_classes), and a variable changes by assign or assign_add"
        with expect.works(f"a batch of {len(truth)} cannot be counted", why):
            metric.update_state(*as_fed(truth, predicted, n_classes, as_given))

    def claim(self, metric, when, truth, predicted, n_classes=N_CLASSES, batches=(), why=""):
        value = self.value(metric, when)
        why = why or idea_of_balance(value, truth, predicted, n_classes, batches)
        expect.close(f"the result {when}", value, balanced(truth, predicted), why)

    @pytest.mark.parametrize(
        ("name", "expected"),
        [({}, "balanced_accuracy"), ({"name": "mean_recall"}, "mean_recall")],
        ids=["default", "own"],
    )
    def test_has_a_name(self, attempt, name, expected):
        got = self.make(attempt, **name).name

        said = repr(got) if isinstance(got, str) else expect.kind(got)
        assert (type(got), got) == (str, expected), (
            f"it is called {said}, expected '{expected}' — hand name on to the base class: super().__init__(name=name)"
        )

    @each_kind_of_array
    @pytest.mark.parametrize(
        ("n_classes", "truth", "predicted"),
        [
            pytest.param(5, TRUTH, PREDICTED, id="a rare class"),
            pytest.param(5, [0, 0, 1, 1], [0, 0, 2, 1], id="a class never seen, but predicted"),
            pytest.param(5, [0, 0, 0, 2], [0, 0, 0, 0], id="a class never recognized"),
            pytest.param(12, [11, 11, 5, 11], [11, 5, 5, 11], id="12 classes"),
            pytest.param(5, [1], [1], id="one sample that is right"),
            pytest.param(5, [1], [0], id="one sample that is wrong"),
        ],
    )
    def test_is_the_mean_recall_of_the_classes_seen(self, attempt, n_classes, truth, predicted, as_given):
        metric = self.make(attempt, n_classes)
        self.update(metric, truth, predicted, n_classes, as_given)

        self.claim(metric, f"for labels {truth} and predictions {predicted}", truth, predicted, n_classes)

    def test_is_0_before_any_sample(self, attempt):
        value = self.value(self.make(attempt), "before any sample")

        assert value == 0, f"the result before any sample is {expect.show(value)}, expected 0 — no class was seen yet"

    def test_lets_the_first_of_equal_scores_win(self, attempt):
        metric = self.make(attempt, 3)
        metric.update_state(ops.convert_to_tensor(np.int32(TIED_LABELS)), ops.convert_to_tensor(np.float32(TIES)))

        value = self.value(metric, f"for scores {expect.show(TIES)} and labels {TIED_LABELS}")
        why = "of equal scores the first wins, as argmax has it: 2 of 2, 1 of 2 and 0 of 1"
        expect.close(f"for scores {expect.show(TIES)} and labels {TIED_LABELS} the result", value, 0.5, why)

    @pytest.mark.parametrize(
        "sizes",
        [
            pytest.param((4, 4, 2), id="a short last batch"),
            pytest.param((1, 4, 1, 4), id="unequal batches"),
            pytest.param((1,) * 10, id="one by one"),
        ],
    )
    def test_is_the_same_for_any_batches(self, attempt, sizes):
        metric, batches, start = self.make(attempt), [], 0
        for size in sizes:
            batch = slice(start, start + size)
            batches.append((TRUTH[batch], PREDICTED[batch]))
            start += size
            self.update(metric, *batches[-1])

        when = f"for 10 samples in batches of {sizes}"
        self.claim(metric, when, TRUTH, PREDICTED, batches=batches)

    def test_may_be_asked_between_batches(self, attempt):
        metric = self.make(attempt)
        for size in (4, 8):
            self.update(metric, TRUTH[size - 4 : size], PREDICTED[size - 4 : size])
            self.value(metric, f"after {size} samples")
            when = f"after {size} samples, asked twice,"
            self.claim(metric, when, TRUTH[:size], PREDICTED[:size], why="asking counts nothing and resets nothing")

    def test_starts_afresh_after_a_reset(self, attempt):
        metric = self.make(attempt)
        self.update(metric, TRUTH[:4], PREDICTED[:4])
        metric.reset_state()
        value = self.value(metric, "after a reset")
        assert value == 0, (
            f"the result after a reset is {expect.show(value)}, expected 0 — all counts go back to 0; the base class "
            "does that for each variable made by add_variable"
        )
        self.update(metric, TRUTH[4:8], PREDICTED[4:8])

        self.claim(metric, "after a reset and a new batch", TRUTH[4:8], PREDICTED[4:8], why="a reset forgets all of it")

    def test_counts_for_itself(self, attempt):
        metric, other = self.make(attempt), self.make(attempt)
        self.update(metric, TRUTH[:4], PREDICTED[:4])
        self.update(other, TRUTH[4:8], PREDICTED[4:8])

        why = "each metric has counts of its own, made in __init__"
        self.claim(metric, "of one metric while another counts", TRUTH[:4], PREDICTED[:4], why=why)

    def test_stands_weights_of_samples(self, attempt):
        metric, weights = self.make(attempt), np.arange(1.0, 11.0, dtype="float32")
        with expect.works("a batch with weights cannot be counted", self.ASKED):
            metric.update_state(*as_fed(TRUTH, PREDICTED), sample_weight=ops.convert_to_tensor(weights))
        got = self.value(metric, "with weights 1 to 10")

        truth, hits = np.array(TRUTH), np.equal(TRUTH, PREDICTED)
        weighted = np.mean([np.average(hits[truth == label], weights=weights[truth == label]) for label in set(TRUTH)])
        why = "a sample counts as much as its weight says, in both counts of its class; or all count alike"
        # To let all count alike is right, too: who asks for no weights loses nothing.
        expected = BALANCED if np.isclose(got, BALANCED, rtol=1e-4) else weighted
        expect.close("the result with weights 1 to 10", got, expected, why)

    def test_keeps_its_counts_in_variables(self, attempt):
        metric = self.make(attempt)
        self.update(metric, TRUTH[4:8], PREDICTED[4:8])
        kept = [expect.array("a variable", variable).copy() for variable in metric.variables]
        self.update(metric, TRUTH[:4], [1, 1, 1, 1])
        for variable, value in zip(metric.variables, kept, strict=True):
            variable.assign(value)

        why = "all counts belong in variables, made by add_variable: fit moves a metric's state by its variables"
        when = "with the variables put back as they were before the last batch"
        self.claim(metric, when, TRUTH[4:8], PREDICTED[4:8], why=why)

    # Labels and predictions of the samples that validate.
    OTHERS = ([2, 2, 1, 1, 1, 1, 0, 4, 4, 4], [2, 0, 1, 2, 2, 2, 0, 4, 1, 1])

    def model(self, metric):
        """Return a compiled model that hands its inputs on as logits and never learns."""
        echo = layers.Dense(N_CLASSES, use_bias=False, kernel_initializer="identity")
        model = keras.Sequential([keras.Input((N_CLASSES,)), echo])
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        with expect.works("compile refuses it", self.ASKED):
            model.compile(optimizer=keras.optimizers.SGD(0.0), loss=loss, metrics=[metric])
        return model

    def test_works_in_evaluate(self, attempt):
        labels, scores = as_fed(TRUTH, PREDICTED, as_given=np.asarray)
        model = self.model(self.make(attempt, name="mine"))
        for time in ("evaluate", "a second evaluate"):
            with expect.works(f"{time} stops with it", self.ASKED):
                results = model.evaluate(scores, labels, batch_size=4, verbose=0, return_dict=True)

            assert "mine" in results, f"evaluate reports {', '.join(results)}, expected 'mine', the metric's name, too"
            value = expect.number(f"what {time} reports", results["mine"])
            batches = [(TRUTH[i : i + 4], PREDICTED[i : i + 4]) for i in (0, 4, 8)]
            why = idea_of_balance(value, TRUTH, PREDICTED, N_CLASSES, batches)
            expect.close(f"what {time} reports for 10 samples in batches of 4", value, BALANCED, why)

    def test_works_in_fit(self, attempt):
        labels, scores = as_fed(TRUTH, PREDICTED, as_given=np.asarray)
        others = as_fed(*self.OTHERS, as_given=np.asarray)[::-1]
        model = self.model(self.make(attempt))
        with expect.works("fit stops with it", self.ASKED):
            history = model.fit(
                scores, labels, batch_size=4, epochs=2, validation_data=others, validation_batch_size=4, verbose=0
            ).history

        name = "balanced_accuracy"
        assert name in history, f"fit reports {', '.join(history)}, expected '{name}', the metric's name, too"
        why = "Keras resets the metric before each epoch and each validation: every count must go back to 0"
        for key, expected in ((name, BALANCED), (f"val_{name}", balanced(*self.OTHERS))):
            got = np.array([expect.number(f"{key} after an epoch", value) for value in history[key]])
            expect.close(f"in a fit of 2 epochs {key}", got, np.array([expected] * 2), why)
