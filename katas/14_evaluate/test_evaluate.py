"""Kata 14: models that give back what they are fed, so that all that is measured can be worked out by hand."""

import keras
import numpy as np
import pytest
from keras import layers, ops

from dojo import expect
from dojo.inputs import each_kind_of_array

NAN = float("nan")
PENALTY = 0.25  # what the weights of an echo cost: it must be in the loss


def echo(metrics=("accuracy",), classes=3):
    """Return a compiled model that gives back the probabilities whose logits it is fed, except in training.

    Training would drop half of them, normalize the rest by the batch, and move the statistics of that.
    """
    # Every gamma is 1.
    penalty = keras.regularizers.L2(PENALTY / classes)
    norm = layers.BatchNormalization(epsilon=1e-7, momentum=0.5, gamma_regularizer=penalty)
    last = layers.Activation("softmax" if classes > 1 else "sigmoid")
    model = keras.Sequential([keras.Input((classes,)), layers.Dropout(0.5), norm, last])
    loss = "sparse_categorical_crossentropy" if classes > 1 else "binary_crossentropy"
    model.compile(optimizer=keras.optimizers.Adam(0.1), loss=loss, metrics=list(metrics))
    return model


def logits(probabilities):
    """Return what an echo must be fed to give these: `(n, classes)` for a softmax, `(n,)` for a sigmoid."""
    probabilities = np.asarray(probabilities, "float64")
    if probabilities.ndim == 1:
        return np.log(probabilities / (1 - probabilities)).astype("float32")[:, None]
    return np.log(probabilities).astype("float32")


def saying(predicted, classes=3):
    """Return probabilities `(n, classes)` whose largest is just large enough to be that of the class predicted."""
    others = 0.9 / classes
    return np.where(np.eye(classes)[list(predicted)] == 1, 1 - (classes - 1) * others, others)


# Ten samples: in batches of four the last one holds two, and those two are the worst.
LABELS = np.array([0, 1, 2, 0, 0, 1, 2, 1, 2, 1], "int32")
PROBABILITIES = np.array(
    [
        [0.8, 0.1, 0.1],
        [0.1, 0.8, 0.1],
        [0.1, 0.1, 0.8],
        [0.5, 0.4, 0.1],
        [0.5, 0.4, 0.1],
        [0.4, 0.5, 0.1],
        [0.5, 0.1, 0.4],
        [0.8, 0.1, 0.1],
        [0.8, 0.15, 0.05],
        [0.05, 0.05, 0.9],
    ]
)


def shown(result):
    """Return the names in a result as a person would list them."""
    return ", ".join(sorted(map(str, result))) or "nothing"


def as_dict(got, expected, why):
    """Return `got`, a dict with these names."""
    said = " — is the `return` missing?" if got is None else ""
    assert isinstance(got, dict), f"the result is {expect.kind(got)}, expected a dict from name to float{said}"
    strange = next((key for key in got if not isinstance(key, str)), None)
    assert strange is None, f"the result has {expect.kind(strange)} for a key, expected names — {why}"
    assert set(got) == set(expected), f"the result holds {shown(got)}, expected {shown(expected)} — {why}"
    return got


def a_float(what, got):
    """Return `got`, a float of Python's or NumPy's and no tensor."""
    kind = expect.kind(got)
    assert isinstance(got, (int, float, np.number, np.ndarray)), (
        f"{what} is {kind}, expected a float — one number, and no tensor"
    )
    return expect.number(what, got)


def remember(model):
    """Return the numbers in a model and its optimizer as pairs of a name and an array."""
    weights = [(f"the weight {weight.name}", weight) for weight in model.weights]
    slots = [(f"the optimizer's {variable.name}", variable) for variable in model.optimizer.variables]
    numbers = [(name, expect.array(name, variable)) for name, variable in weights + slots]
    return [*numbers, ("the number of weights that can be trained", np.array(len(model.trainable_weights)))]


def claim_unchanged(model, optimizer, before, what):
    """Claim that a model has the optimizer and the numbers that it had before."""
    same = model.optimizer is optimizer
    assert same, f"{what} the model has another optimizer — it comes compiled; to compile again throws the old one away"
    after = remember(model)
    assert [name for name, _ in after] == [name for name, _ in before], (
        f"{what} the model and its optimizer hold {len(after) - 1} variables, expected the {len(before) - 1} they had "
        "before — measuring adds nothing and takes nothing away"
    )
    why = "measuring is not training: no fit, no train_on_batch, no training=True"
    for (name, now), (_, then) in zip(after, before, strict=True):
        expect.close(f"{what} {name}", now, then, why, rtol=0, atol=0)


def ready_to_train(model):
    """Give a model's optimizer the state of one that has been at work; return the optimizer and all numbers."""
    model.optimizer.build(model.trainable_variables)
    for index, variable in enumerate(model.optimizer.variables[2:]):  # the count of updates and the rate stay
        variable.assign(np.full(variable.shape, 0.5 + 0.1 * index, "float32"))
    return model.optimizer, remember(model)


def size_met(n_samples, batch_size):
    """Return how large the batch is that a sample finds itself in, in the mean over the samples."""
    return np.mean([min(batch_size, n_samples - i // batch_size * batch_size) for i in range(n_samples)])


class TestEvaluate:
    def evaluate(self, attempt, metrics=("accuracy",), names=("accuracy", "loss"), as_given=np.asarray, **options):
        """Return what comes back for the ten samples, a dict with these names."""
        x, y = as_given(logits(PROBABILITIES)), as_given(LABELS)
        return self.by_name(attempt.evaluate(echo(metrics), x, y, **options), names)

    def by_name(self, got, names):
        """Return `got`, a dict with these names; what Keras gives where it is not asked for names is told."""
        advice = {
            list: "Keras's evaluate gives a list, unless it is asked for names: return_dict",
            float: "without metrics Keras's evaluate gives a bare float, unless it is asked for names: return_dict",
            keras.callbacks.History: "that is what fit returns, and fit trains",
        }
        said = next((words for kind, words in advice.items() if isinstance(got, kind)), "")
        assert not said, f"the result is {expect.kind(got)}, expected a dict from name to float — {said}"
        why = "the loss and each metric under its own name, as return_dict gives them and model.metrics_names does not"
        return as_dict(got, names, why)

    @pytest.mark.parametrize(
        "metrics",
        [
            pytest.param(["accuracy"], id="accuracy"),
            pytest.param([], id="no metric"),
            pytest.param(["top_2", "acc"], id="a name of its own"),
        ],
    )
    def test_names_the_loss_and_every_metric(self, attempt, metrics):
        top_2 = keras.metrics.SparseTopKCategoricalAccuracy(k=2, name="top_2")

        result = self.evaluate(attempt, [top_2 if name == "top_2" else name for name in metrics], {"loss", *metrics})
        for name, value in result.items():
            a_float(f"the {name}", value)

    @each_kind_of_array
    def test_lets_every_sample_count_alike(self, attempt, as_given):
        result = self.evaluate(attempt, as_given=as_given, batch_size=4)

        right = PROBABILITIES.argmax(-1) == LABELS
        loss = -np.log(PROBABILITIES[np.arange(10), LABELS])
        batches = slice(0, 4), slice(4, 8), slice(8, 10)
        readings = {
            "a short last batch must not count as much as a full one: the mean is over samples": [
                right[rows].mean() for rows in batches
            ],
            "the short last batch belongs to it": right[:8],
            "that is the first batch alone": right[:4],
            "that is the last batch alone": right[8:],
        }
        why = expect.meaning(
            a_float("the accuracy", result["accuracy"]),
            {words: np.mean(part) for words, part in readings.items()},
            "over all samples, each counting alike, without dropout: no fit, no train_on_batch, no training=True",
        )
        expect.close("the accuracy of 10 samples in fours", result["accuracy"], right.mean(), why)
        readings = {
            "what regularized weights cost belongs to the loss that Keras reports": loss.mean(),
            "a short last batch must not count as much as a full one: the mean is over samples": (
                np.mean([loss[rows].mean() for rows in batches]) + PENALTY
            ),
            "that is the accuracy: Keras's list begins with the loss, a dict has names": right.mean(),
            "that is a sum; the loss is a mean over samples": loss.sum(),
        }
        why = expect.meaning(
            a_float("the loss", result["loss"]),
            readings,
            "over all samples, each counting alike, without dropout: no fit, no train_on_batch, no training=True",
        )
        expect.close("the loss of 10 samples in fours", result["loss"], loss.mean() + PENALTY, why)

    @pytest.mark.parametrize(
        ("n_samples", "options"),
        [
            pytest.param(10, {"batch_size": 4}, id="batches of 4"),
            pytest.param(40, {}, id="by default"),
        ],
    )
    def test_lets_batch_size_samples_through_at_once(self, attempt, n_samples, options):
        # The output is how many samples are in the batch, and so is its distance from 0.
        inputs = keras.Input((1,))
        model = keras.Model(inputs, 0.0 * inputs + ops.sum(ops.ones_like(inputs), axis=0, keepdims=True))
        model.compile(loss="mean_absolute_error")
        zeros = np.zeros((n_samples, 1), "float32")
        batch_size = options.get("batch_size", 32)
        got = attempt.evaluate(model, zeros, zeros, **options)
        loss = a_float("the loss", self.by_name(got, {"loss"})["loss"])

        full, left = divmod(n_samples, batch_size)
        readings = {
            "batch_size must reach Keras, which takes 32 otherwise": size_met(n_samples, 32),
            "all samples went in at once": n_samples,
            "the samples went in one by one": 1,
            "the short last batch is left out": batch_size,
            "a short last batch must not count as much as a full one": (full * batch_size + left) / (full + 1),
        }
        why = expect.meaning(
            loss, readings, "batch_size samples go through at once, and in the end those that are left"
        )
        what = f"for {n_samples} samples with batch_size={batch_size} the mean size of a sample's batch"
        expect.close(what, loss, size_met(n_samples, batch_size), why)

    def test_measures_a_single_sample(self, attempt):
        got = attempt.evaluate(echo(), logits(PROBABILITIES[3:4]), LABELS[3:4])
        result = self.by_name(got, {"accuracy", "loss"})

        expect.close("the accuracy of one sample", a_float("the accuracy", result["accuracy"]), 1.0, "it is right")
        expected = PENALTY - np.log(0.5)
        expect.close("the loss of one sample", a_float("the loss", result["loss"]), expected, "its own loss")

    def test_leaves_model_and_optimizer_as_they_were(self, attempt):
        model = echo()
        optimizer, before = ready_to_train(model)
        results = [attempt.evaluate(model, logits(PROBABILITIES), LABELS, batch_size=4) for _ in range(2)]

        claim_unchanged(model, optimizer, before, "after it")
        first, second = (self.by_name(result, {"accuracy", "loss"}) for result in results)
        for name, value in first.items():
            why = "whatever it adds up must start from nothing each time"
            value = a_float(f"the {name}", value)
            expect.close(f"the {name}, measured once more,", a_float(f"the {name}", second[name]), value, why)


def two_groups(most, few, metrics=(), loss="mean_absolute_error"):
    """Return a compiled model that gives `most` for an input [1, 0] and `few` for [0, 1]."""
    dense = layers.Dense(1, use_bias=False)
    model = keras.Sequential([keras.Input((2,)), dense])
    dense.set_weights([np.array([[most], [few]], "float32")])
    model.compile(optimizer=keras.optimizers.Adam(0.1), loss=loss, metrics=list(metrics))
    return model


def less_the_output(y_true, y_pred):
    """Return a loss below 0: the larger the output, the lower."""
    return -y_pred


class TestPickBest:
    # Three samples of the first group, one of the second; for all of them 1 would be right.
    X = np.array([[1, 0], [1, 0], [0, 1], [1, 0]], "float32")
    Y = np.ones((4, 1), "float32")

    def claim(self, attempt, models, losses, readings=None, x=X, y=Y):
        """Claim that the lowest of these losses is picked; `readings` say what other names mean."""
        try:
            got = attempt.pick_best(models, x, y)
        except TypeError as error:
            # One number was taken for several, or compared with several.
            if not any(
                words in str(error) for words in ("'float' object is not", "'float' and 'list'", "'list' and 'float'")
            ):
                raise
            why = "without metrics Keras's evaluate gives a bare float, with some a list: ask it for a dict"
            raise AssertionError(f"it stops: {error} — {why}") from error

        asked = "of the losses " + ", ".join(f"{name} {loss:.4g}" for name, loss in losses.items())
        best = min(losses, key=losses.get)
        kind = f"{got:.4g}" if isinstance(got, (float, np.floating)) else expect.kind(got)
        advice = "" if got is not None else " — is the `return` missing, or is no loss low enough to be taken?"
        assert isinstance(got, str), f"{asked} the result is {kind}, expected a name, {best!r}{advice}"
        why = "the loss decides, and the lowest wins"
        if got == min(losses):
            why += "; min and sorted of a dict compare its names, unless a key= says by what"
        if got == max(losses, key=losses.get):
            why = "that is the highest loss; lower is better"
        why = (readings or {}).get(got, why)
        assert got == best, f"{asked} it picks {got[:40]!r}, expected {best!r} — {why}"

    def models(self, outputs, **options):
        return {name: two_groups(*pair, **options) for name, pair in outputs.items()}

    def test_goes_by_the_loss_not_by_a_metric(self, attempt):
        outputs = {"timid": (0.6, 0.6), "bold": (1.0, 0.4), "wrong": (0.4, 0.0)}
        readings = {
            "timid": "it has the highest accuracy, and a higher loss",
            "wrong": "it has the lowest accuracy; it is the lowest loss that wins",
        }
        models = self.models(outputs, metrics=["accuracy"])

        self.claim(attempt, models, {"timid": 0.4, "bold": 0.15, "wrong": 0.7}, readings)

    @pytest.mark.parametrize("order", ["ba", "ab"], ids=["first", "last"])
    def test_takes_the_lowest_wherever_it_stands(self, attempt, order):
        outputs = {"a": (2.0, 2.0), "b": (1.5, 1.5)}
        losses = {"a": 1.0, "b": 0.5}

        self.claim(
            attempt, self.models({name: outputs[name] for name in order}), {name: losses[name] for name in order}
        )

    def test_compares_models_with_and_without_metrics(self, attempt):
        models = {
            "many": two_groups(60.0, 60.0, metrics=["mse", "accuracy"]),
            "one": two_groups(40.0, 40.0, metrics=["mse"]),
            "none": two_groups(50.0, 50.0),
        }

        self.claim(attempt, models, {"many": 59.0, "one": 39.0, "none": 49.0})

    def test_takes_a_loss_below_zero(self, attempt):
        models = self.models({"small": (1.0, 1.0), "large": (3.0, 3.0)}, loss=less_the_output)
        readings = {"small": "-1 is the closest to 0; the lowest is -3: losses may lie below 0"}

        self.claim(attempt, models, {"small": -1.0, "large": -3.0}, readings)

    def test_measures_on_every_sample(self, attempt):
        x = np.repeat(np.eye(2, dtype="float32"), [32, 8], axis=0)
        y = np.ones((40, 1), "float32")
        readings = {
            "early": "it is the best on the first 32 samples; all 40 count",
            "late": "it is the best if the last 8 count as much as the 32 before; each sample counts alike",
        }
        models = self.models({"late": (0.8, 1.0), "even": (0.9, 0.8), "early": (1.0, 0.3)})
        losses = {"late": 0.16, "even": 0.12, "early": 0.14}

        self.claim(attempt, models, losses, readings, x, y)

    @each_kind_of_array
    def test_leaves_the_models_as_they_were(self, attempt, as_given):
        models = self.models({"a": (0.5, 0.5), "b": (0.75, 0.75)})
        kept, before = dict(models), {name: ready_to_train(model) for name, model in models.items()}
        self.claim(attempt, models, {"a": 0.5, "b": 0.25}, x=as_given(self.X), y=as_given(self.Y))

        assert list(models) == ["a", "b"], (
            f"after it the dict holds {shown(models)}, expected a, b — it is the caller's: copy it first"
        )
        for name, model in kept.items():
            assert models[name] is model, (
                f"after it the dict has {expect.kind(models[name])} at {name!r}, expected the model that was there"
            )
            claim_unchanged(model, *before[name], f"after it, in {name!r},")


class TestMajorityBaseline:
    @each_kind_of_array
    @pytest.mark.parametrize(
        ("train", "test", "expected"),
        [
            pytest.param([0, 1, 1, 1, 2, 0], [1, 0, 1, 2, 0, 0, 0, 0], 2 / 8, id="another class is common in the test"),
            pytest.param([2, 2, 1, 0, 1], [1, 2, 2, 1, 1, 2, 2, 0], 3 / 8, id="a tie"),
            pytest.param([7, 3, 9, 3, 9, 7, 5], [3, 9, 9, 7, 7, 7, 5, 5], 1 / 8, id="a tie of three"),
            pytest.param([4, 4, 2, 4], [4, 2, 4, 4, 4, 4, 4, 2], 6 / 8, id="the same class is common in the test"),
            pytest.param([6, 6, 1], [0, 1, 2, 3, 9, 9, 1, 1], 0.0, id="the commonest does not occur in the test"),
            pytest.param([5, 5, 5], [5, 8, 5, 9, 0, 5, 8, 7], 3 / 8, id="classes that training has not seen"),
            pytest.param([3], [3], 1.0, id="one sample"),
        ],
    )
    def test_is_the_share_of_the_commonest_training_class(self, attempt, train, test, expected, as_given):
        got = attempt.majority_baseline(as_given(np.array(train, "int32")), as_given(np.array(test, "int32")))

        counts = {label: train.count(label) for label in train}
        tied = sorted(label for label in counts if counts[label] == max(counts.values()))
        seen, place = set(train), sorted(set(train)).index(tied[0])
        readings = [
            ("of equally common classes the smallest label wins", test.count(label) / len(test)) for label in tied[1:]
        ]
        readings += [
            (
                "the share is of all of the test set, not of its classes that training knows",
                _known(test, seen, tied[0]),
            ),
            ("training chooses the class; the test set only counts it", max(map(test.count, test)) / len(test)),
            ("that is its share in training; the test set is what counts", max(counts.values()) / len(train)),
            ("that is the place of a class among the sorted ones, not the class itself", test.count(place) / len(test)),
            ("class 0 is not always the commonest: count", test.count(0) / len(test)),
            ("neither the largest nor the rarest is the commonest: count", test.count(max(train)) / len(test)),
            ("that is a count; an accuracy is a share of the test set", test.count(tied[0])),
            ("that is the share in percent; an accuracy lies in [0, 1]", 100 * expected),
            ("that is the class; what is asked is the share of the test set that it is right for", tied[0]),
        ]
        what = f"for the training labels {_listed(train)} and the test labels {_listed(test)} it"
        number = expect.number(what, got)
        why = expect.meaning(number, readings, f"the commonest training class is {tied[0]}: its share in the test set")
        expect.close(what, number, expected, why)


def _listed(labels):
    return " ".join(map(str, labels))


def _known(test, seen, label):
    known = [other for other in test if other in seen]
    return known.count(label) / max(len(known), 1)


class TestCombine:
    def claim(self, attempt, results, sizes, why=""):
        """Claim the mean over all samples, worked out by laying the shards' samples end to end."""
        kept = [dict(result) for result in results]
        got = as_dict(attempt.combine(results, sizes), kept[0], "the names of the shards' metrics")

        assert repr(results) == repr(kept), (
            "it has changed the results that it was given — they are the caller's: make a new dict"
        )
        what = f"of shards with {' and '.join(map(str, sizes))} samples"
        for name in kept[0]:
            values = [result[name] for result in kept]
            samples = np.repeat(values, sizes)
            readings = {
                "a large shard counts for more than a small one: weigh each mean by its size": np.mean(values),
                "that is a sum over the shards; divide by all samples": np.sum(values),
                "that is a sum over the samples; divide by how many there are": np.sum(samples),
                "divide by the number of samples, not of shards": np.sum(samples) / len(sizes),
                "the sizes go with the results in their order": np.average(values, weights=sizes[::-1]),
                "a shard counts by its size, not by its size squared": np.average(values, weights=np.square(sizes)),
                "a large shard counts for more, not for less": np.average(values, weights=1 / np.array(sizes)),
                "that is the first shard's value": values[0],
                "that is the last shard's value": values[-1],
                "that is the middle one of the values; a mean is asked for": np.median(values),
            }
            readings |= {
                f"that is the {other} of the whole: go by name": np.average(
                    [result[other] for result in kept], weights=sizes
                )
                for other in kept[0]
                if other != name
            }
            place = list(kept[0]).index(name)
            by_place = np.average([list(result.values())[place] for result in kept], weights=sizes)
            readings["go by name: the dicts may list their names in different orders"] = by_place
            shown_values = ", ".join(f"{value:.4g}" for value in values)
            number = expect.number(f"the {name} {what}", got[name])
            otherwise = why or "each shard's mean stands for as many samples as it has, whichever metric it is"
            expect.close(
                f"the {name} {what}, {shown_values},",
                number,
                samples.mean(),
                expect.meaning(number, readings, otherwise),
            )

    @pytest.mark.parametrize(
        ("accuracies", "losses", "sizes"),
        [
            pytest.param([0.5, 1.0], [2.0, 0.5], [6, 2], id="two shards"),
            pytest.param([0.9, 0.25, 0.0], [0.125, 1.0, 4.0], [10, 4, 1], id="three shards"),
            pytest.param([0.5, 0.75], [1.0, 3.0], [4, 4], id="equal shards"),
            pytest.param([0.625], [0.875], [8], id="a single shard"),
            pytest.param([0.0, 1.0], [5.0, 0.0], [1, 999], id="a tiny shard"),
        ],
    )
    def test_is_the_mean_over_all_samples(self, attempt, accuracies, losses, sizes):
        results = [{"accuracy": a, "loss": b} for a, b in zip(accuracies, losses, strict=True)]

        self.claim(attempt, results, sizes)

    @pytest.mark.parametrize("names", [["loss"], ["loss", "acc", "top_5", "mae"]], ids=["the loss alone", "many"])
    def test_takes_whatever_metrics_there_are(self, attempt, names):
        results = [{name: 2.0**-i + shard for i, name in enumerate(names)} for shard in range(2)]

        self.claim(attempt, results, [3, 5])

    def test_goes_by_name(self, attempt):
        results = [{"loss": 3.0, "accuracy": 0.25}, {"accuracy": 0.75, "loss": 1.0}]

        self.claim(attempt, results, [2, 6])

    def test_gives_what_keras_measures_on_the_whole(self, attempt):
        model, x = echo(), logits(PROBABILITIES)
        parts, sizes = [slice(0, 8), slice(8, 10)], [8, 2]
        whole, *results = (
            model.evaluate(x[rows], LABELS[rows], batch_size=4, verbose=0, return_dict=True)
            for rows in (slice(None), *parts)
        )
        got = as_dict(attempt.combine(results, sizes), whole, "the names that Keras gave")

        for name, expected in whole.items():
            number = expect.number(f"the {name}", got[name])
            why = "that is what Keras measures on all of them at once"
            expect.close(f"the {name} of 8 and 2 samples", number, expected, why)


class TestAccuracyByClass:
    def recalls(self, attempt, probabilities, labels, as_given=np.asarray):
        """Return what comes back for these outputs of a model: a number for each class that it can name."""
        probabilities = np.asarray(probabilities)
        columns = probabilities.shape[1] if probabilities.ndim == 2 else 1
        x, y = as_given(logits(probabilities)), as_given(np.array(labels, "int32"))
        got = attempt.accuracy_by_class(echo(classes=columns), x, y)
        words = (
            f"one for each of the {columns} outputs, though y holds only {_listed(sorted(set(labels)))}"
            if columns > 1
            else "one sigmoid unit tells two classes apart, 0 and 1"
        )
        return expect.array("the result", got, (max(columns, 2),), words)

    def claim(self, got, predicted, labels, readings=()):
        """Claim the recalls; `predicted` are the classes that the model says."""
        classes, labels, predicted = range(len(got)), list(labels), list(predicted)
        table = np.zeros((len(got), len(got)))  # rows are the truth
        for label, said in zip(labels, predicted, strict=True):
            table[label, said] += 1
        case = f"where the model says {_listed(predicted)} for {_listed(labels)}"
        if len(labels) > 12:
            case = f"for {len(labels)} samples of {len(got)} classes"
        for label in classes:
            count = labels.count(label)
            if count:
                assert not np.isnan(got[label]), (
                    f"{case}, the recall of class {label} is NaN, expected "
                    f"{expect.show(table[label, label] / count)} — NaN is for a class without samples, and it has "
                    f"{count}; that the model never says it makes 0"
                )
            else:
                assert np.isnan(got[label]), (
                    f"{case}, the recall of class {label} is {expect.show(got[label])}, expected NaN — none of its "
                    "samples is there, and 0 of 0 is no number"
                )
        seen = [label for label in classes if label in labels]
        right, total = np.diag(table), table.sum()
        expected = right[seen] / table.sum(1)[seen]
        readings = [
            *readings,
            (
                "that is the precision, out of those that the model calls so; recall is out of those that are so",
                right / np.maximum(table.sum(0), 1),
            ),
            ("that is out of all samples; recall is out of those of the class", right / total),
            ("that is the accuracy over all classes: each class has its own", np.full(len(got), right.sum() / total)),
            (
                "what is rightly told to be of another class does not count: take the samples of the class alone",
                (total - table.sum(0) - table.sum(1) + 2 * right) / total,
            ),
            ("that is how often the model says the class, right or wrong", table.sum(0) / total),
            ("those are counts; recall is a share of the class's samples", right),
            ("that is the share that is missed; recall is the share that is found", 1 - right / table.sum(1).clip(1)),
        ]
        # Where classes are missing, only the others can tell.
        why = expect.meaning(
            got[seen],
            [(words, np.asarray(numbers)[seen]) for words, numbers in readings],
            "the samples of the class that get its label, out of those that have it; without dropout",
        )
        wanted = np.full(len(got), NAN)
        wanted[seen] = expected
        expect.close(f"{case}, the result", got, wanted, why)

    @pytest.mark.parametrize(
        ("classes", "predicted", "labels"),
        [
            pytest.param(3, [0, 0, 1, 1, 1, 2, 2, 0, 0, 1], [0, 0, 0, 1, 1, 1, 1, 2, 2, 1], id="a class never found"),
            pytest.param(3, [0, 1, 1, 0, 2, 2, 2, 0, 1, 0], [0, 0, 1, 1, 1, 2, 2, 2, 2, 0], id="each found in part"),
            pytest.param(3, [0, 0, 1, 1, 2, 0, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1, 1, 1, 1, 1], id="the last one lacks"),
            pytest.param(3, [2, 2, 0, 1, 1, 0, 2, 0, 2, 2], [2, 2, 2, 0, 0, 0, 2, 2, 2, 0], id="one between lacks"),
            pytest.param(3, [0, 1, 1, 1, 1, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 1, 1, 1, 1, 1], id="the last never said"),
            pytest.param(2, [0, 1, 1, 1, 0, 1, 1, 0, 1, 1], [0, 0, 0, 1, 1, 1, 1, 1, 1, 1], id="two outputs"),
            pytest.param(3, [1], [1], id="one sample, right"),
            pytest.param(3, [1], [2], id="one sample, wrong"),
        ],
    )
    def test_is_the_recall_of_each_class_of_a_softmax(self, attempt, classes, predicted, labels):
        got = self.recalls(attempt, saying(predicted, classes), labels)

        small = "of several outputs the largest is the class, however small: above 0.5 is for a sigmoid"
        self.claim(got, predicted, labels, [(small, np.zeros(classes))])

    def test_takes_the_first_of_equal_outputs(self, attempt):
        probabilities = [[0.4, 0.4, 0.2], [0.2, 0.4, 0.4], [0.4, 0.2, 0.4], [0.25, 0.25, 0.5]] + 6 * [[0.3, 0.3, 0.4]]
        labels = [0, 1, 0, 2, 2, 2, 1, 1, 2, 2]
        got = self.recalls(attempt, probabilities, labels)

        predicted, last = [0, 1, 0] + 7 * [2], [1, 2, 2] + 7 * [2]
        counts = np.bincount(labels)
        of_last = np.bincount([a for a, b in zip(labels, last, strict=True) if a == b], minlength=3) / counts
        self.claim(got, predicted, labels, [("of equal outputs the first is the class", of_last)])

    @pytest.mark.parametrize(
        ("probabilities", "labels"),
        [
            pytest.param([0.9, 0.4, 0.6, 0.2, 0.1, 0.3, 0.8, 0.7, 0.4, 0.2], [1, 1, 1, 0, 0, 0, 0, 1, 1, 0], id="both"),
            pytest.param(
                [0.5, 0.5, 0.6, 0.2, 0.5, 0.5, 0.8, 0.7, 0.5, 0.2], [0, 0, 1, 0, 1, 0, 0, 1, 1, 0], id="a half"
            ),
        ],
    )
    def test_asks_whether_a_sigmoid_is_above_one_half(self, attempt, probabilities, labels):
        self.claim_sigmoid(attempt, probabilities, labels)

    @pytest.mark.parametrize(
        ("probabilities", "labels"),
        [
            pytest.param([0.9, 0.4, 0.6, 0.2, 0.1, 0.3, 0.8, 0.7, 0.4, 0.2], [0] * 10, id="no sample of class 1"),
            pytest.param([0.9, 0.4, 0.6, 0.2, 0.1, 0.3, 0.8, 0.7, 0.4, 0.9], [1] * 10, id="no sample of class 0"),
            pytest.param([0.9], [1], id="one sample"),
        ],
    )
    def test_has_two_recalls_for_a_sigmoid(self, attempt, probabilities, labels):
        self.claim_sigmoid(attempt, probabilities, labels)

    def claim_sigmoid(self, attempt, probabilities, labels, as_given=np.asarray):
        got = self.recalls(attempt, probabilities, labels, as_given)
        probabilities, truth = np.array(probabilities), np.array(labels)
        at_least = [((probabilities >= 0.5) == label)[truth == label].sum() for label in (0, 1)]
        readings = [
            ("over one column argmax is always 0: ask whether it lies above 0.5", [1.0, 0.0]),
            ("0.5 is not above 0.5, so it says class 0", at_least / np.bincount(truth, minlength=2).clip(1)),
        ]
        predicted = [int(p > 0.5) for p in probabilities]
        every = "(n, 1) == (n,) compares every output with every label: take the one column first"
        readings.append((every, [predicted.count(label) / len(labels) for label in (0, 1)]))
        self.claim(got, predicted, labels, readings)

    def test_takes_tensors(self, attempt):
        self.claim_sigmoid(attempt, [0.9, 0.4, 0.6, 0.2], [1, 1, 0, 0], ops.convert_to_tensor)

    def test_agrees_with_keras(self, attempt):
        random = np.random.default_rng(0)
        probabilities, labels = random.dirichlet(np.ones(5), 40), random.integers(0, 5, 40)
        # The model must be right now and then.
        probabilities[np.arange(0, 40, 2)] = saying(labels[::2], 5)
        got = self.recalls(attempt, probabilities, labels.tolist(), ops.convert_to_tensor)

        self.claim(got, probabilities.argmax(-1), labels.tolist())
        for label in range(5):
            metric = keras.metrics.SparseCategoricalAccuracy()
            metric.update_state(labels, probabilities, sample_weight=(labels == label).astype("float32"))
            why = "what Keras's accuracy gives if only the samples of the class have weight"
            expect.close(f"the recall of class {label} of 5", got[label], float(metric.result()), why)
