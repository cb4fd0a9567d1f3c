"""Kata 08: what a model trains on and reports must fit its labels and outputs, whatever they look like."""

import keras
import numpy as np
import pytest
from keras import layers, ops

from dojo import expect
from dojo.by_hand import ACTIVATIONS
from dojo.inputs import normal

softmax, sigmoid = ACTIVATIONS["softmax"], ACTIVATIONS["sigmoid"]

SAMPLES = 12
# Four scores lie between 0 and 0.5, where it shows which threshold is meant.
BINARY_SCORES = np.array([-2.5, -1.1, -0.4, 0.2, 0.3, 0.1, 0.4, 0.8, 1.5, 2.2, -0.3, 3.0], "float32")
BINARY_LABELS = np.array([0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1], "int32")


# TensorFlow takes the logits from in front of a softmax or sigmoid, whatever the loss was told, if that is the very
# last thing a model does. The factor hides it, so that every backend believes what it is told.
def softmax_output(scores):
    return 1.0 * ops.softmax(scores)


def sigmoid_output(scores):
    return 1.0 * ops.sigmoid(scores)


def echo(units, activation=None):
    """Return a model that hands its inputs on as scores, through an activation if there is one."""
    inputs = keras.Input((units,))
    dense = layers.Dense(units)
    scores = dense(inputs)
    dense.set_weights([np.eye(units), np.zeros(units)])
    return keras.Model(inputs, activation(scores) if activation else scores)


def echo_two():
    """Return a model of two outputs for five scores: four go through the softmax, the last through the sigmoid."""
    inputs = keras.Input((5,))
    trunk, digit, parity = two_output_layers()
    shared = trunk(inputs)
    return set_echo(keras.Model(inputs, {"digit": digit(shared), "parity": parity(shared)}))


class EchoTwo(keras.Model):
    """The same written as a class, with its outputs in another order."""

    def __init__(self):
        super().__init__()
        self.trunk, self.digit, self.parity = two_output_layers()
        self(np.zeros((1, 5), "float32"))
        set_echo(self)

    def call(self, x):
        shared = self.trunk(x)
        return {"parity": self.parity(shared), "digit": self.digit(shared)}


def two_output_layers():
    """Return the trunk and the two heads."""
    return layers.Dense(5), layers.Dense(4, activation=softmax_output), layers.Dense(1, activation=sigmoid_output)


def set_echo(model):
    """Make the trunk the identity, let each head pick its scores, and return the model."""
    chosen = {5: slice(0, 5), 4: slice(0, 4), 1: slice(4, 5)}
    for weight in model.weights:
        width = weight.shape[-1]
        weight.assign(np.eye(5)[:, chosen[width]] if len(weight.shape) == 2 else np.zeros(width))
    return model


def crossentropy(scores, labels):
    """Return the mean cross-entropy of softmax(scores), without the softmax."""
    return np.mean(np.log(np.exp(scores).sum(-1)) - scores[np.arange(len(labels)), labels])


def binary_crossentropy(scores, labels):
    """Return the mean cross-entropy of sigmoid(scores), without the sigmoid."""
    return np.mean(np.log1p(np.exp(scores)) - scores * labels)


# What Keras computes when it is not told that outputs are logits; the backends do it in different ways.
LOGITS_AS_PROBABILITIES = "logits went in as if they were probabilities: from_logits tells the loss"


def mean(losses):
    return ops.convert_to_numpy(losses).mean()


def scores_and_labels(n_classes, n_right):
    """Return scores `(12, n_classes)` and integer labels; the largest score names this many of them."""
    scores = 2 * normal(SAMPLES, n_classes)
    return scores, np.where(np.arange(SAMPLES) < n_right, scores.argmax(-1), scores.argmin(-1)).astype("int32")


def rows(labels, n_classes):
    """Return one-hot rows: compare each label with each class."""
    return (labels[:, None] == np.arange(n_classes)).astype("float32")


def reported(model, x, y, why):
    """Return what `evaluate` reports of a compiled model: the loss, and the results that are no losses."""
    assert model.compiled, "the model that was given is not compiled afterwards — call its compile method"
    shapes = ", ".join(f"{name} {y[name].shape}" for name in y) if isinstance(y, dict) else y.shape
    with expect.works(f"evaluating with labels of shape {shapes} stops", why):
        results = model.evaluate(x, y, batch_size=len(x), verbose=0, return_dict=True)
    others = [value for name, value in results.items() if name != "loss" and not name.endswith("_loss")]
    return results["loss"], others


def claim_loss(what, got, expected, readings, otherwise):
    """Claim that a loss is right; a reading says what a wrong number means."""
    found = [why for why, value in readings.items() if np.isclose(got, value, rtol=1e-3, atol=1e-6).any()]
    why = "there is no loss to compute: compile was given none" if got == 0 else [*found, otherwise][0]
    expect.close(f"the loss {what}", got, expected, why, rtol=1e-3)


def claim_accuracy(what, results, expected, readings, otherwise):
    """Claim that one of the results is the accuracy; a reading says what a wrong one means."""
    assert results, f"evaluate reports no accuracy {what}, only losses — compile takes metrics beside the loss"
    if np.isclose(results, expected, rtol=0, atol=1e-4).any():
        return
    why = next(
        (why for why, value in readings.items() if np.isclose(results, value, rtol=0, atol=1e-4).any()), otherwise
    )
    got = " and ".join(expect.show(result) for result in results)
    raise AssertionError(f"the accuracy {what} is {got}, expected {expect.show(expected)} — {why}")


class TestOneHot:
    def claim(self, attempt, labels, columns, why, **arguments):
        labels_are = ops.convert_to_numpy(labels)
        said = "".join(f" and {name}={value}" for name, value in arguments.items())
        case = f"{'a tensor of labels' if ops.is_tensor(labels) else 'labels'} {expect.show(labels_are)}{said}"
        with expect.works(f"{case} cannot be encoded", "n_classes may be left out, and labels be an array or a tensor"):
            got = attempt.one_hot(labels, **arguments)

        what = f"the result for {case}"
        got = expect.array(what, got, (len(labels_are), columns), why)
        expect.close(
            what, got, rows(labels_are, columns), "a row has a single 1: in the column of its class, counted from 0"
        )

    @pytest.mark.parametrize("dtype", ["int32", "int64", "uint8"])
    def test_puts_a_one_in_the_column_of_each_label(self, attempt, dtype):
        labels = np.array([2, 0, 1, 1, 2], dtype)

        self.claim(attempt, labels, 3, "a row a label, a column a class: 0, 1 and 2 are three")

    def test_is_float32(self, attempt):
        got = expect.array("the result", attempt.one_hot(np.array([2, 0, 1], "int32")))

        assert got.dtype == "float32", (
            f"the result is {got.dtype}, expected float32 — labels are compared with float32 outputs"
        )

    def test_has_a_column_for_a_class_that_does_not_occur(self, attempt):
        labels = np.array([4, 1, 1], "int32")

        self.claim(attempt, labels, 5, "the largest label + 1, not how many different ones there are")

    @pytest.mark.parametrize("n_classes", [3, 7])
    def test_has_as_many_columns_as_asked_for(self, attempt, n_classes):
        labels = np.array([2, 0, 1, 1, 2], "int32")

        why = "n_classes says how many: a batch need not hold the last class"
        self.claim(attempt, labels, n_classes, why, n_classes=n_classes)

    @pytest.mark.parametrize("label", [0, 3])
    def test_takes_a_single_sample(self, attempt, label):
        labels = np.array([label], "int32")

        self.claim(attempt, labels, label + 1, "a row a label, also for one")

    @pytest.mark.parametrize("n_classes", [None, 6], ids=["default classes", "6 classes"])
    def test_takes_a_tensor(self, attempt, n_classes):
        labels = ops.convert_to_tensor([1, 3, 0, 2, 3], dtype="int32")
        arguments = {"n_classes": n_classes} if n_classes else {}

        self.claim(attempt, labels, n_classes or 4, "a row a label, a column a class", **arguments)


class Compiles:
    """What holds for each function that compiles a model."""

    def test_returns_the_same_model_with_the_weights_it_had(self, attempt):
        model = self.model()
        before = [expect.array("a weight", weight).copy() for weight in model.weights]

        got = expect.model("the result", getattr(attempt, self.step)(model))
        assert got is model, "the result is another model than the one given — compile works in place: return that one"
        for weight, value in zip(model.weights, before, strict=True):
            expect.close("a weight after compiling", weight, value, "compile prepares training and moves no weight")

    def test_gives_each_model_an_optimizer_of_its_own(self, attempt):
        first, second = self.model(), self.model()
        for model in (first, second):
            getattr(attempt, self.step)(model)
            assert model.compiled, "the model that was given is not compiled afterwards — call its compile method"

        assert first.optimizer is not second.optimizer, (
            "two models share one optimizer — it remembers for each weight how it moved: make a new one at each call"
        )


LABELS_AND_OUTPUTS = [
    pytest.param(False, False, id="integers and probabilities"),
    pytest.param(True, False, id="one-hot and probabilities"),
    pytest.param(False, True, id="integers and logits"),
    pytest.param(True, True, id="one-hot and logits"),
]


class TestCompileClassifier(Compiles):
    step = "compile_classifier"
    fits = "those with 'sparse' in their name take integers, the others one-hot rows; 'accuracy' finds out itself"

    def model(self):
        return echo(3, softmax_output)

    def compiled(self, attempt, n_classes, one_hot_labels, from_logits):
        """Return a compiled model that takes scores and gives logits or probabilities, and words for the case."""
        model = echo(n_classes, None if from_logits else softmax_output)
        flags = {"one_hot_labels": one_hot_labels, "from_logits": from_logits}
        # The defaults must hold too.
        attempt.compile_classifier(model, **{name: True for name, flag in flags.items() if flag})
        return model, f"for {'one-hot' if one_hot_labels else 'integer'} labels and {outputs_are(from_logits)}"

    @pytest.mark.parametrize(("one_hot_labels", "from_logits"), LABELS_AND_OUTPUTS)
    def test_trains_on_cross_entropy(self, attempt, one_hot_labels, from_logits):
        scores, labels = scores_and_labels(n_classes=3, n_right=7)
        model, what = self.compiled(attempt, 3, one_hot_labels, from_logits)

        loss, _ = reported(model, scores, rows(labels, 3) if one_hot_labels else labels, self.fits)
        expected, probabilities = crossentropy(scores, labels), softmax(scores)
        readings = {
            "the softmax is taken twice: these outputs are probabilities already": crossentropy(probabilities, labels),
            "cross-entropy, not the squared error": np.mean((probabilities - rows(labels, 3)) ** 2),
            "binary cross-entropy is for independent yes-or-no questions; these classes exclude each other": (
                -np.mean(np.log(np.where(rows(labels, 3) == 1, probabilities, 1 - probabilities)))
            ),
            "the mean over the samples, not their sum": SAMPLES * expected,
        }
        if from_logits:
            readings[LOGITS_AS_PROBABILITIES] = [
                mean(ops.sparse_categorical_crossentropy(labels, scores)),
                mean(ops.categorical_crossentropy(rows(labels, 3), scores)),
            ]
        claim_loss(what, loss, expected, readings, "the mean of -log(probability of the right class)")

    @pytest.mark.parametrize(("one_hot_labels", "from_logits"), LABELS_AND_OUTPUTS)
    def test_reports_accuracy(self, attempt, one_hot_labels, from_logits):
        # Two classes of integers look like yes and no; one-hot rows of four are not four questions.
        n_classes = 4 if one_hot_labels else 2
        scores, labels = scores_and_labels(n_classes=n_classes, n_right=5)
        model, what = self.compiled(attempt, n_classes, one_hot_labels, from_logits)

        _, others = reported(model, scores, rows(labels, n_classes) if one_hot_labels else labels, self.fits)
        readings = {"Accuracy() asks whether the numbers are equal; 'accuracy' compares classes": 0.0}
        claim_accuracy(what, others, 5 / SAMPLES, readings, "the share of samples whose largest output is their class")

    @pytest.mark.parametrize(("one_hot_labels", "from_logits"), [LABELS_AND_OUTPUTS[0], LABELS_AND_OUTPUTS[3]])
    def test_trains_with_adam(self, attempt, one_hot_labels, from_logits):
        # Unequal classes and features: only an optimizer that scales its gradients makes steps of one size here.
        labels, x = np.repeat([0, 1, 2], [7, 3, 2]).astype("int32"), 1 + np.abs(normal(SAMPLES, 3))
        x *= np.array([100, 10, 1], "float32")
        y = rows(labels, 3) if one_hot_labels else labels
        model, _ = self.compiled(attempt, 3, one_hot_labels, from_logits)
        model.set_weights([np.zeros(weight.shape) for weight in model.weights])

        def step(weight_of_samples):
            with expect.works("training stops", self.fits):
                model.train_on_batch(x, y, sample_weight=np.full(SAMPLES, weight_of_samples, "float32"))
            return np.concatenate(
                [
                    expect.finite("a weight", weight, "labels and outputs must fit the loss").ravel()
                    for weight in model.weights
                ]
            )

        first = step(1.0)
        low, high = np.abs(first).min(), np.abs(first).max()
        assert high > 0, "a training step moves no weight — compile with a loss and Adam"
        assert low > 0.9 * high, (
            f"the first training step moves the weights by {low:.2g} to {high:.2g}, expected all by the same "
            "— Adam's first step is the learning rate for each weight, be its gradient large or small"
        )
        # Samples that weigh nothing have no gradient; what moves the weights then is what Adam remembers.
        ratio = ((step(0.0) - first) / first).mean()
        assert 0.55 < ratio < 0.8, (
            f"after a step on real samples, one without any gradient moves the weights {ratio:.2f} times as far, "
            "expected about 0.67 — Adam goes on by its mean of past gradients; without that mean it would stop"
        )


def outputs_are(from_logits):
    return "logits" if from_logits else "probabilities"


SHAPES = [pytest.param((SAMPLES,), id="labels (n,)"), pytest.param((SAMPLES, 1), id="labels (n, 1)")]
OUTPUTS = [pytest.param(False, id="probabilities"), pytest.param(True, id="logits")]


class TestCompileBinary(Compiles):
    step = "compile_binary"
    fits = "one output for yes or no: binary cross-entropy and binary accuracy fit labels (n,) and (n, 1)"

    def model(self):
        return echo(1, sigmoid_output)

    def reported(self, attempt, from_logits, shape):
        model = echo(1, None if from_logits else sigmoid_output)
        attempt.compile_binary(model, **({"from_logits": True} if from_logits else {}))
        return reported(model, BINARY_SCORES[:, None], BINARY_LABELS.reshape(shape), self.fits)

    @pytest.mark.parametrize("shape", SHAPES)
    @pytest.mark.parametrize("from_logits", OUTPUTS)
    def test_trains_on_binary_cross_entropy(self, attempt, from_logits, shape):
        loss, _ = self.reported(attempt, from_logits, shape)

        probabilities = sigmoid(BINARY_SCORES)
        readings = {
            "the sigmoid is taken twice: these outputs are probabilities already": (
                binary_crossentropy(probabilities, BINARY_LABELS)
            ),
            "cross-entropy, not the squared error": np.mean((probabilities - BINARY_LABELS) ** 2),
            "a categorical cross-entropy over one output is always 0: yes or no needs the binary one": 0.0,
        }
        if from_logits:
            readings[LOGITS_AS_PROBABILITIES] = mean(
                ops.binary_crossentropy(BINARY_LABELS.astype("float32"), BINARY_SCORES)
            )
        otherwise = "the mean of -log(probability of the right answer), for yes and for no"
        what = f"for {outputs_are(from_logits)} and labels {shape}"
        claim_loss(what, loss, binary_crossentropy(BINARY_SCORES, BINARY_LABELS), readings, otherwise)

    @pytest.mark.parametrize("shape", SHAPES)
    @pytest.mark.parametrize("from_logits", OUTPUTS)
    def test_reports_accuracy(self, attempt, from_logits, shape):
        _, others = self.reported(attempt, from_logits, shape)

        yes, half = BINARY_LABELS == 1, BINARY_SCORES if from_logits else sigmoid(BINARY_SCORES)
        readings = {
            "labels (n,) and outputs (n, 1) were compared each with each; give them one shape": (
                np.mean((BINARY_SCORES[:, None] > 0) == yes)
            ),
            "the threshold of logits is 0: sigmoid(0) is 0.5": np.mean((half > 0.5) == yes),
            "a probability is a yes above 0.5, not above 0": np.mean((half > 0) == yes),
            "Accuracy() asks whether the numbers are equal": 0.0,
            "the largest of one output is always the first": np.mean(~yes),
        }
        otherwise = "the share of samples on the right side of the threshold"
        what = f"for {outputs_are(from_logits)} and labels {shape}"
        claim_accuracy(what, others, 9 / SAMPLES, readings, otherwise)


class TestCompileTwoOutputs(Compiles):
    step = "compile_two_outputs"
    fits = "each output has a loss and metrics of its own, under its key in the dict of outputs"

    def model(self):
        return echo_two()

    def data(self, shape=(SAMPLES,)):
        """Return scores for both outputs, and their labels."""
        scores, labels = scores_and_labels(n_classes=4, n_right=5)
        return np.column_stack([scores, BINARY_SCORES]), {"digit": labels, "parity": BINARY_LABELS.reshape(shape)}

    @pytest.mark.parametrize(
        ("build", "weights", "shape"),
        [
            pytest.param(echo_two, {}, (SAMPLES,), id="default weights"),
            pytest.param(echo_two, {"digit_weight": 0.25, "parity_weight": 3.0}, (SAMPLES, 1), id="both weights"),
            pytest.param(EchoTwo, {"digit_weight": 2.0}, (SAMPLES,), id="a digit weight"),
            pytest.param(echo_two, {"parity_weight": 0.5}, (SAMPLES,), id="a parity weight"),
        ],
    )
    def test_trains_on_the_weighted_sum_of_both_losses(self, attempt, build, weights, shape):
        model, (x, labels) = build(), self.data(shape)
        attempt.compile_two_outputs(model, **weights)

        loss, _ = reported(model, x, labels, self.fits)
        digit_weight, parity_weight = weights.get("digit_weight", 1.0), weights.get("parity_weight", 1.0)
        digit, parity = crossentropy(x[:, :4], labels["digit"]), binary_crossentropy(BINARY_SCORES, BINARY_LABELS)
        expected = digit_weight * digit + parity_weight * parity
        twice = crossentropy(softmax(x[:, :4]), labels["digit"])
        parity_twice = binary_crossentropy(sigmoid(BINARY_SCORES), BINARY_LABELS)
        readings = {
            "the weights of the losses are swapped": parity_weight * digit + digit_weight * parity,
            "the losses are not weighted": digit + parity,
            "the weights are taken as they come, not as shares of their sum": expected / (digit_weight + parity_weight),
            "the parity adds nothing: its loss is missing, or a categorical one, always 0 over one output": digit_weight
            * digit,
            "the digit adds nothing: its loss is missing": parity_weight * parity,
            "the digit output is a softmax already, not logits": digit_weight * twice + parity_weight * parity,
            "the parity output is a sigmoid already, not logits": digit_weight * digit + parity_weight * parity_twice,
            "both outputs are probabilities already, not logits": digit_weight * twice + parity_weight * parity_twice,
        }
        what = f"with weights {digit_weight} for the digit and {parity_weight} for the parity"
        claim_loss(what, loss, expected, readings, "the weighted sum of a cross-entropy for each output")

    def test_an_output_of_weight_0_does_not_learn(self, attempt):
        model, (x, labels) = echo_two(), self.data()
        heads = {weight.shape[-1]: weight for weight in model.weights if tuple(weight.shape) in ((5, 4), (5, 1))}
        for weight in heads.values():
            weight.assign(np.zeros(weight.shape))
        attempt.compile_two_outputs(model, digit_weight=0.0, parity_weight=2.0)
        with expect.works("training stops", self.fits):
            model.train_on_batch(x, labels)

        digit, parity = (np.abs(expect.array("a kernel", heads[width])).max() for width in (4, 1))
        assert digit == 0, (
            f"with digit_weight=0 a training step moves the digit's kernel by {digit:.2g}, expected 0 — a loss that "
            "counts nothing has no gradient"
        )
        assert parity > 0, "with parity_weight=2 a training step leaves the parity's kernel as it was"

    @pytest.mark.parametrize(
        ("output", "expected", "shape"),
        [
            pytest.param("digit", 5 / SAMPLES, (SAMPLES,), id="digit"),
            pytest.param("parity", 9 / SAMPLES, (SAMPLES,), id="parity, labels (n,)"),
            pytest.param("parity", 9 / SAMPLES, (SAMPLES, 1), id="parity, labels (n, 1)"),
        ],
    )
    def test_reports_the_accuracy_of_each_output(self, attempt, output, expected, shape):
        model, (x, labels) = echo_two(), self.data(shape)
        attempt.compile_two_outputs(model)

        _, others = reported(model, x, labels, self.fits)
        alone = (
            {"there is one accuracy for two outputs: each needs metrics of its own": others[0]}
            if len(others) == 1
            else {}
        )
        meaning = {
            "digit": "the share of samples whose largest output is their digit",
            "parity": "the share of samples on the right side of 0.5",
        }
        claim_accuracy(f"of the {output} (parity labels {shape})", others, expected, alone, meaning[output])
