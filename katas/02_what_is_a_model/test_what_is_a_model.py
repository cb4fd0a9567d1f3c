"""Kata 02: each piece of a model must give the numbers that NumPy and Keras itself give, at the extremes too."""

import keras
import numpy as np
import pytest
from keras import ops

from dojo import expect
from dojo.inputs import normal

both_kinds = pytest.mark.parametrize("kind", [np.asarray, ops.convert_to_tensor], ids=["NumPy", "tensors"])
any_rank = pytest.mark.parametrize("shape", [(5,), (4, 5), (2, 3, 5)], ids=["one axis", "two axes", "three axes"])


def remark(got, rule, readings):
    """Return what to say of a result: the rule, behind the words for the mistake that gives such numbers."""
    readings = {f"{words}: {rule}": value for words, value in readings.items()}
    return expect.meaning(expect.array("the result", got), readings, rule)


def probabilities(*shape, seed=0):
    """Return float32 probabilities that sum to 1 along the last axis, none of them below 0.02."""
    raw = np.random.default_rng(seed).uniform(0.1, 1.0, shape)
    return (raw / raw.sum(axis=-1, keepdims=True)).astype("float32")


def one_hot(labels, classes, dtype="float32"):
    """Return a row for each label, with a 1 in its place."""
    return np.eye(classes, dtype=dtype)[labels]


class TestRelu:
    rule = "relu keeps what is above 0 and makes the rest 0, each number for itself"

    @both_kinds
    def test_keeps_what_is_above_zero_and_nothing_else(self, attempt, kind):
        result = attempt.relu(kind(np.array([-3.0, -0.5, 0.0, 0.5, 8.0], "float32")))

        expect.close("the result for [-3, -0.5, 0, 0.5, 8]", result, [0.0, 0.0, 0.0, 0.5, 8.0], self.rule)

    @any_rank
    def test_keeps_the_shape(self, attempt, shape):
        x = normal(*shape)

        expect.close(f"the result for shape {shape}", attempt.relu(x), (x + np.abs(x)) / 2, self.rule)

    def test_has_no_upper_end(self, attempt):
        result = attempt.relu(np.array([-1000.0, -100.0, 0.0, 100.0, 1000.0], "float32"))

        why = "no slope below 0 and no limit above: relu(x) is x there"
        expect.close("the result for [-1000, -100, 0, 100, 1000]", result, [0.0, 0.0, 0.0, 100.0, 1000.0], why)


class TestSigmoid:
    rule = "1 / (1 + exp(-x)) for each number"

    @both_kinds
    def test_turns_log_odds_into_probabilities(self, attempt, kind):
        expected = np.array([0.1, 0.25, 0.5, 0.75, 0.9])
        x = np.log(expected / (1 - expected)).astype("float32")

        result = attempt.sigmoid(kind(x))

        readings = {
            "that is sigmoid(-x)": 1 - expected,
            "that is tanh, from -1 to 1": np.tanh(x),
            "that runs from -1 to 1, a probability from 0 to 1": 2 * expected - 1,
        }
        expect.close(f"the result for {expect.show(x)}", result, expected, remark(result, self.rule, readings))

    @any_rank
    def test_keeps_the_shape(self, attempt, shape):
        x = 2 * normal(*shape)

        expect.close(f"the result for shape {shape}", attempt.sigmoid(x), (1 + np.tanh(x / 2)) / 2, self.rule)

    def test_agrees_with_keras(self, attempt):
        x = 4 * normal(4, 5, seed=1)

        expected = expect.array("what Keras gives", keras.activations.sigmoid(x))
        expect.close("the result for shape (4, 5)", attempt.sigmoid(x), expected, self.rule)

    def test_is_finite_far_from_zero(self, attempt):
        result = attempt.sigmoid(np.array([-1000.0, -100.0, 0.0, 100.0, 1000.0], "float32"))

        why = "exp(1000) is infinite in float32, and inf / inf is no number: let exp see only numbers that suit it"
        expect.finite("the result for [-1000, -100, 0, 100, 1000]", result, why)
        expect.close("the result for [-1000, -100, 0, 100, 1000]", result, [0.0, 0.0, 0.5, 1.0, 1.0], self.rule)


class TestSoftmax:
    rule = "exp(x) over the sum of exp(x) along the last axis"

    @both_kinds
    def test_turns_logits_into_probabilities(self, attempt, kind):
        expected = np.array([[0.5, 0.25, 0.25], [0.1, 0.2, 0.7]])
        # Whatever is added to all logits of a row falls out of the fraction.
        logits = (np.log(expected) + np.array([[1.0], [-2.0]])).astype("float32")

        result = attempt.softmax(kind(logits))

        power = np.exp(logits)
        readings = {
            "that sums to 1 down the columns": power / power.sum(axis=0),
            "that sums to 1 over the whole batch": power / power.sum(),
            "that is x over its sum, without exp": logits / logits.sum(axis=-1, keepdims=True),
        }
        why = remark(result, self.rule, readings)
        expect.close("the result for the logits of two samples", result, expected, why)

    @any_rank
    def test_goes_over_the_last_axis(self, attempt, shape):
        logits = 2 * normal(*shape)
        power = np.exp(logits.astype("float64"))

        result = attempt.softmax(logits)

        values = expect.array(f"the result for shape {shape}", result, shape, self.rule)
        why = "the classes are on the last axis, whatever stands before it"
        expect.close(f"the sum along the last axis for shape {shape}", values.sum(-1), np.ones(shape[:-1]), why)
        expect.close(f"the result for shape {shape}", values, power / power.sum(-1, keepdims=True), self.rule)

    def test_agrees_with_keras(self, attempt):
        logits = 3 * normal(4, 5, seed=1)

        expected = expect.array("what Keras gives", keras.activations.softmax(logits))
        expect.close("the result for shape (4, 5)", attempt.softmax(logits), expected, self.rule)

    def test_is_finite_for_large_logits(self, attempt):
        logits = np.array([[1000.0, 999.0, -1000.0], [0.0, -1000.0, 1000.0]], "float32")

        result = attempt.softmax(logits)

        why = "exp(1000) is infinite in float32: take the greatest logit of the row from all of them first"
        expect.finite("the result for logits of ±1000", result, why)
        near = 1 / (1 + np.exp(-1))
        why = "the distance between logits decides, also far from 0"
        expect.close("the result for logits of ±1000", result, [[near, 1 - near, 0.0], [0.0, 0.0, 1.0]], why)

    def test_is_finite_where_samples_lie_far_apart(self, attempt):
        logits = np.array([[1000.0, 1000.0, 1000.0], [-1000.0, -1000.0, -1000.0]], "float32")

        result = attempt.softmax(logits)

        what = "the result for a row of 1000 and a row of -1000"
        why = "each row needs its own maximum: with that of the whole batch a low row becomes 0 / 0"
        expect.finite(what, result, why)
        expect.close(what, result, np.full((2, 3), 1 / 3), why)


class TestDense:
    rule = "activation(x @ kernel + bias)"

    @both_kinds
    def test_weighs_the_inputs_and_adds_the_bias(self, attempt, kind):
        x = np.array([[1.0, 2.0], [0.0, -1.0]], "float32")
        kernel = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], "float32")
        bias = np.array([10.0, 20.0, 30.0], "float32")

        result = attempt.dense(kind(x), kind(kernel), kind(bias))

        expected = np.array([[19.0, 32.0, 45.0], [6.0, 15.0, 24.0]])
        readings = {"the bias is not in it": expected - bias}
        why = remark(result, "x @ kernel + bias, with a column of the kernel and one bias for each unit", readings)
        expect.close("the result for two samples", result, expected, why)

    def test_leaves_the_sum_alone_without_an_activation(self, attempt):
        x, kernel, bias = normal(5, 4), normal(4, 3, seed=1), normal(3, seed=2)

        result = attempt.dense(x, kernel, bias, activation=None)

        why = "None means that nothing is applied: what is below 0 stays below 0"
        expect.close("the result with activation=None", result, x @ kernel + bias, why)

    @pytest.mark.parametrize(
        "shape",
        [(4,), (5, 4), (2, 3, 4), (2, 1, 3, 4)],
        ids=["one sample", "a batch", "a batch of sequences", "four axes"],
    )
    def test_takes_any_leading_axes(self, attempt, shape):
        x, kernel, bias = normal(*shape), normal(4, 3, seed=1), normal(3, seed=2)
        rows = [[sum(row * column) for column in kernel.T] for row in x.reshape(-1, 4)]
        expected = (np.array(rows) + bias).reshape(*shape[:-1], 3)

        result = attempt.dense(x, kernel, bias)

        why = "the product goes over the last axis of x and the first of the kernel, all other axes stay"
        expect.close(f"the result for x of shape {shape}", result, expected, why)

    def test_reads_a_square_kernel_the_right_way_round(self, attempt):
        x, kernel, bias = normal(4, 4), normal(4, 4, seed=1), normal(4, seed=2)

        result = attempt.dense(x, kernel, bias)

        readings = {
            "that is the kernel turned over": x @ kernel.T + bias,
            "that is one bias for each sample": x @ kernel + bias[:, None],
            "that multiplies number by number": x * kernel + bias,
        }
        why = remark(result, "a kernel is (inputs, units), a bias (units,)", readings)
        expect.close("the result for 4 samples, 4 inputs, 4 units", result, x @ kernel + bias, why)

    @pytest.mark.parametrize(
        ("activation", "expected"),
        [
            pytest.param(keras.activations.relu, lambda z: (z + np.abs(z)) / 2, id="relu of Keras"),
            pytest.param(lambda values: ops.square(values) - 1.0, lambda z: z * z - 1, id="a function of one's own"),
            pytest.param(ops.softmax, lambda z: np.exp(z) / np.exp(z).sum(-1, keepdims=True), id="softmax"),
        ],
    )
    def test_applies_the_activation_last(self, attempt, activation, expected):
        x, kernel, bias = normal(5, 4), normal(4, 3, seed=1), normal(3, seed=2)

        result = attempt.dense(x, kernel, bias, activation=activation)

        readings = {
            "the activation is not applied": x @ kernel + bias,
            "the bias comes after the activation": expected(x @ kernel) + bias,
            "the activation sees the inputs, not the sum": expected(x) @ kernel + bias,
        }
        why = remark(result, f"{self.rule}, with the activation that was given", readings)
        expect.close("the result with an activation", result, expected(x @ kernel + bias), why)

    def test_agrees_with_the_layer_of_keras(self, attempt):
        x, kernel, bias = normal(2, 3, 4), normal(4, 3, seed=1), normal(3, seed=2)
        layer = keras.layers.Dense(3, activation="tanh")
        layer.build((None, 3, 4))
        layer.set_weights([kernel, bias])

        result = attempt.dense(x, kernel, bias, activation=ops.tanh)
        why = "a Dense layer with the same kernel, bias and activation gives this"
        expect.close("the result", result, expect.array("what Keras gives", layer(x)), why)


class TestCountParameters:
    @pytest.mark.parametrize(
        ("layer_sizes", "expected"),
        [
            pytest.param((2, 1), 3, id="one unit"),
            pytest.param((3, 4, 2), 16 + 10, id="two layers"),
            pytest.param((5, 5, 5), 30 + 30, id="equal sizes"),
            pytest.param((784, 64, 32, 10), 50_240 + 2_080 + 330, id="three layers"),
            pytest.param((2, 7, 3, 8, 1), 21 + 24 + 32 + 9, id="four layers"),
        ],
    )
    def test_counts_a_kernel_and_a_bias_a_layer(self, attempt, layer_sizes, expected):
        count = attempt.count_parameters(layer_sizes)

        inputs, units = np.array(layer_sizes[:-1]), np.array(layer_sizes[1:])
        readings = {
            "the biases are missing": inputs @ units,
            "the input has no bias, only units have": expected + layer_sizes[0],
            "the last layer has biases too": expected - layer_sizes[-1],
            "one bias for each unit, not for each layer": inputs @ units + len(units),
            "one bias for each unit, not for each input": inputs @ units + inputs.sum(),
            "those are the first and the last layer only": (inputs[[0, -1]] + 1) @ units[[0, -1]],
            "that is the first layer only": (inputs[0] + 1) * units[0],
            "the first layer is missing, the one that the input meets": expected - (inputs[0] + 1) * units[0],
            "those are the units": units.sum(),
            "those are the sizes": sum(layer_sizes),
        }
        # Of a single layer some mistakes look like the right count.
        readings = {words: value for words, value in readings.items() if value != expected}
        why = remark(count, "each layer has a kernel (inputs, units) and a bias (units,)", readings)
        expect.close(f"the count for {layer_sizes}", count, expected, why, rtol=0, atol=0)

    def test_agrees_with_a_model_of_keras(self, attempt):
        model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(9), keras.layers.Dense(4)])

        count = attempt.count_parameters((6, 9, 4))
        why = "so many has a model of 6 features with Dense(9) and Dense(4)"
        expect.close("the count for (6, 9, 4)", count, model.count_params(), why, rtol=0, atol=0)


class TestMeanSquaredError:
    rule = "the mean of (y_true - y_pred)**2 over all entries"

    @both_kinds
    def test_is_the_mean_of_the_squares(self, attempt, kind):
        y_true, y_pred = np.array([1.0, 2.0, 3.0, 4.0], "float32"), np.array([1.0, 0.0, 4.0, 7.0], "float32")

        result = attempt.mean_squared_error(kind(y_true), kind(y_pred))

        readings = {
            "that is the sum, not the mean": 14.0,
            "that is half of it": 1.75,
            "that is the root of it": np.sqrt(3.5),
            "that is the mean of the differences without the square": 1.5,
            "that is the square of the mean difference, where errors cancel": 0.25,
        }
        why = remark(result, self.rule, readings)
        expect.close("the loss of [1, 0, 4, 7] for [1, 2, 3, 4]", result, 3.5, why)

    @any_rank
    def test_is_one_number_for_any_shape(self, attempt, shape):
        y_true, y_pred = normal(*shape), normal(*shape, seed=1)
        difference = (y_true.astype("float64") - y_pred).ravel()

        why = f"one number for all: {self.rule}"
        result = attempt.mean_squared_error(y_true, y_pred)
        expect.close(f"the loss for shape {shape}", result, difference @ difference / difference.size, why)

    def test_agrees_with_keras(self, attempt):
        y_true, y_pred = normal(4, 5, seed=2), normal(4, 5, seed=3)

        expected = expect.array("what Keras gives", keras.losses.MeanSquaredError()(y_true, y_pred))
        result = attempt.mean_squared_error(y_true, y_pred)
        expect.close("the loss for shape (4, 5)", result, expected, self.rule)

    def test_takes_integer_labels(self, attempt):
        y_true, y_pred = np.array([3, 0, 1, 2]), np.array([2.5, 0.5, 1.25, 2.75], "float32")

        result = attempt.mean_squared_error(y_true, y_pred)

        why = "predictions keep their fraction where labels are integers; the mean is over all entries"
        expect.close("the loss of [2.5, 0.5, 1.25, 2.75] for [3, 0, 1, 2]", result, 1.125 / 4, why)


class TestBinaryCrossentropy:
    rule = "the mean over all entries of -(y log p + (1 - y) log(1 - p))"

    def expected(self, y_true, y_pred):
        """Return the loss in float64: -log of what the label got, which is p for 1 and 1 - p for 0."""
        p = y_pred.astype("float64")
        return -np.log(np.where(y_true == 1, p, 1 - p)).mean()

    @both_kinds
    def test_is_the_mean_of_minus_log_of_what_the_label_got(self, attempt, kind):
        y_true, y_pred = np.array([1.0, 0.0, 1.0, 0.0], "float32"), np.array([0.8, 0.1, 0.4, 0.98], "float32")

        result = attempt.binary_crossentropy(kind(y_true), kind(y_pred))

        expected, p = self.expected(y_true, y_pred), y_pred.astype("float64")
        readings = {
            "that is the sum, not the mean": 4 * expected,
            "the sign is turned over": -expected,
            "that is the logarithm to base 2, not the natural one": expected / np.log(2),
            "an entry of label 0 has a loss too": -(y_true * np.log(p)).mean(),
            "that is the loss for the opposite labels": self.expected(1 - y_true, y_pred),
        }
        why = remark(result, self.rule, readings)
        expect.close("the loss of [0.8, 0.1, 0.4, 0.98] for [1, 0, 1, 0]", result, expected, why, rtol=1e-3)

    @pytest.mark.parametrize("shape", [(4,), (4, 1), (4, 5)], ids=["one axis", "one output", "five outputs"])
    def test_is_one_number_for_any_shape(self, attempt, shape):
        y_true = (normal(*shape) > 0).astype("float32")
        y_pred = np.random.default_rng(1).uniform(0.05, 0.95, shape).astype("float32")

        result = attempt.binary_crossentropy(y_true, y_pred)
        why = f"one number for all: {self.rule}"
        expect.close(f"the loss for shape {shape}", result, self.expected(y_true, y_pred), why, rtol=1e-3)

    def test_agrees_with_keras(self, attempt):
        y_true = (normal(4, 5, seed=2) > 0).astype("float32")
        y_pred = np.random.default_rng(3).uniform(0.05, 0.95, (4, 5)).astype("float32")

        expected = expect.array("what Keras gives", keras.losses.BinaryCrossentropy()(y_true, y_pred))
        result = attempt.binary_crossentropy(y_true, y_pred)
        expect.close("the loss for shape (4, 5)", result, expected, self.rule, rtol=1e-3)

    def test_takes_integer_labels(self, attempt):
        y_true, y_pred = np.array([1, 0, 0, 1]), np.array([0.6, 0.3, 0.2, 0.9], "float32")

        result = attempt.binary_crossentropy(y_true, y_pred)
        why = "probabilities keep their fraction where labels are integers"
        expect.close("the loss for integer labels", result, self.expected(y_true, y_pred), why, rtol=1e-3)

    @pytest.mark.parametrize("dtype", ["float32", "int32"], ids=["float labels", "integer labels"])
    @pytest.mark.parametrize("labels", [[0, 1, 1, 0], [1, 1, 1, 1], [0, 0, 0, 0]], ids=["both labels", "ones", "zeros"])
    def test_is_nearly_zero_where_it_is_certain_and_right(self, attempt, labels, dtype):
        result = attempt.binary_crossentropy(np.array(labels, dtype), np.array(labels, "float32"))

        what = f"the loss of {labels} for {labels}"
        why = (
            "log(0) is -inf and 0 times it is no number: keep p a little above 0 and below 1; 1e-7 will do, while "
            "float32 takes 1 - 1e-8 for 1"
        )
        loss = expect.finite(what, expect.array(what, result, (), self.rule), why)
        assert abs(loss) < 0.01, f"{what} is {loss:.3g}, expected nearly 0 — every label got all of the probability"

    @pytest.mark.parametrize("labels", [[0, 1, 1, 0], [1, 1, 1, 1], [0, 0, 0, 0]], ids=["both labels", "ones", "zeros"])
    def test_is_large_and_finite_where_it_is_certain_and_wrong(self, attempt, labels):
        opposite = [1 - label for label in labels]

        result = attempt.binary_crossentropy(np.array(labels, "float32"), np.array(opposite, "float32"))

        what = f"the loss of {opposite} for {labels}"
        why = "log(0) is -inf: keep p a little above 0 and below 1; 1e-7 will do"
        loss = expect.finite(what, expect.array(what, result, (), self.rule), why)
        assert loss > 5, f"{what} is {loss:.3g}, expected a large number — nothing costs more than to be sure and wrong"


class TestCategoricalCrossentropy:
    rule = "the mean over rows of -sum(y log p) over the classes"

    def expected(self, labels, y_pred):
        """Return the loss in float64: the mean of -log of the probability in the place of each label."""
        return -np.mean([np.log(float(row[label])) for row, label in zip(y_pred, labels, strict=True)])

    @both_kinds
    def test_is_the_mean_of_minus_log_of_what_the_class_got(self, attempt, kind):
        labels, y_pred = [2, 0], np.array([[0.2, 0.3, 0.5], [0.1, 0.6, 0.3]], "float32")
        y_true = one_hot(labels, 3)

        result = attempt.categorical_crossentropy(kind(y_true), kind(y_pred))

        expected, p = self.expected(labels, y_pred), y_pred.astype("float64")
        readings = {
            "that is the mean over all entries, so it is smaller the more classes there are": expected / 3,
            "that is the sum over rows, not the mean": 2 * expected,
            "the sum goes down the columns, not along the rows": 2 * expected / 3,
            "the sign is turned over": -expected,
            "that is the logarithm to base 2, not the natural one": expected / np.log(2),
            "the other classes are not in it": expected - (np.log(1 - p) * (1 - y_true)).sum() / 2,
            "that is the binary cross-entropy": (expected - (np.log(1 - p) * (1 - y_true)).sum() / 2) / 3,
            "y_pred holds probabilities already, not logits": self.expected(
                labels, np.exp(p) / np.exp(p).sum(-1, keepdims=True)
            ),
        }
        why = remark(result, self.rule, readings)
        expect.close("the loss for classes 2 and 0 of three", result, expected, why, rtol=1e-3)

    @pytest.mark.parametrize(("rows", "classes"), [(1, 3), (4, 2), (4, 5)], ids=["one row", "2 classes", "5 classes"])
    def test_is_one_number_for_any_size(self, attempt, rows, classes):
        y_pred = probabilities(rows, classes)
        labels = np.arange(rows) * 2 % classes

        result = attempt.categorical_crossentropy(one_hot(labels, classes), y_pred)
        what = f"the loss for {rows} rows of {classes} classes"
        expect.close(what, result, self.expected(labels, y_pred), self.rule, rtol=1e-3)

    def test_agrees_with_keras(self, attempt):
        y_pred, y_true = probabilities(4, 5, seed=1), one_hot([3, 3, 0, 1], 5)

        expected = expect.array("what Keras gives", keras.losses.CategoricalCrossentropy()(y_true, y_pred))
        result = attempt.categorical_crossentropy(y_true, y_pred)
        expect.close("the loss for shape (4, 5)", result, expected, self.rule, rtol=1e-3)

    def test_takes_integer_labels(self, attempt):
        labels, y_pred = [4, 0, 2, 2], probabilities(4, 5, seed=2)

        result = attempt.categorical_crossentropy(one_hot(labels, 5, "int64"), y_pred)
        why = "probabilities keep their fraction where labels are integers"
        expect.close("the loss for one-hot integers", result, self.expected(labels, y_pred), why, rtol=1e-3)

    @pytest.mark.parametrize("dtype", ["float32", "int32"], ids=["float labels", "integer labels"])
    def test_is_nearly_zero_where_it_is_certain_and_right(self, attempt, dtype):
        result = attempt.categorical_crossentropy(one_hot([0, 2], 3, dtype), one_hot([0, 2], 3))

        what = "the loss where each class got probability 1"
        why = "log(0) is -inf and 0 times it is no number: keep each probability a little above 0"
        loss = expect.finite(what, expect.array(what, result, (), self.rule), why)
        assert abs(loss) < 0.01, f"{what} is {loss:.3g}, expected nearly 0 — the right classes got all there is"

    def test_is_large_and_finite_where_it_is_certain_and_wrong(self, attempt):
        y_true, y_pred = one_hot([0, 2], 3), one_hot([1, 1], 3)

        result = attempt.categorical_crossentropy(y_true, y_pred)

        what = "the loss where each class got probability 0"
        why = "log(0) is -inf: keep each probability a little above 0"
        loss = expect.finite(what, expect.array(what, result, (), self.rule), why)
        assert loss > 5, f"{what} is {loss:.3g}, expected a large number — nothing costs more than to be sure and wrong"


def line():
    """Return (x, y): y is a noisy line through x; neither is centred, so weights and bias pull at each other."""
    x = normal(12, 3) + np.array([0.8, 0.2, -0.4], "float32")
    return x, x @ np.array([1.5, -0.25, -2.0], "float32") + 2.5 + 0.3 * normal(12, seed=1)


def descended(x, y, learning_rate, steps):
    """Return weights and bias after `steps` and the loss before each step, in closed form.

    Along each axis of the bowl that the loss is, a step leaves 1 - learning_rate * curvature of the way to its bottom.
    """
    x = np.column_stack([x, np.ones(len(x))]).astype("float64")
    bottom = np.linalg.lstsq(x, y, rcond=None)[0]
    curvatures, axes = np.linalg.eigh(2 / len(x) * x.T @ x)
    left = (1 - learning_rate * curvatures) ** np.arange(steps + 1)[:, None]
    path = bottom - (left * (bottom @ axes)) @ axes.T
    losses = np.square(path[:-1] @ x.T - y).mean(axis=-1)
    return path[-1, :-1], path[-1, -1], losses


class TestGradientDescent:
    def fit(self, attempt, x, y, learning_rate, steps):
        """Return weights, bias and losses as arrays of the right shapes."""
        got = attempt.gradient_descent(x, y, learning_rate, steps)
        weights, bias, losses = expect.parts("the result", got, 3)
        weights = expect.array("weights", weights, (x.shape[1],), "one weight a feature, in a vector as y is")
        bias = expect.array("bias", bias, (), "one number for all samples, without an axis")
        if isinstance(losses, (list, tuple)):
            losses = [expect.number(f"losses[{index}]", loss) for index, loss in enumerate(losses)]
        losses = expect.array("losses", np.array(losses) if isinstance(losses, list) else losses)
        assert losses.shape == (steps,), (
            f"losses has shape {losses.shape} for {steps} steps, expected ({steps},) — as many as steps were asked for"
        )
        return weights, bias, losses

    @both_kinds
    def test_goes_one_step_downhill_from_zero(self, attempt, kind):
        # (x @ weights + bias - y)**2 by hand: the slopes are 2 / 2 * (-4 * 1 - 2 * 3) and 2 / 2 * (-4 - 2).
        x, y = np.array([[1.0], [3.0]], "float32"), np.array([4.0, 2.0], "float32")

        weights, bias, _ = self.fit(attempt, kind(x), kind(y), 0.05, 1)

        rule = (
            "start at 0 and take away the learning rate times the gradient of the mean of (x @ weights + bias - y)**2"
        )
        readings = {
            "that is half a step, the square brings a factor 2": (0.25, 0.15),
            "that is the gradient of the sum, divide by the number of samples": (1.0, 0.6),
            "that is uphill": (-0.5, -0.3),
            "each error belongs to the features of its own sample, multiply before the mean": (0.6, 0.3),
            "the bias has not moved": (0.5, 0.0),
            "the weights have not moved": (0.0, 0.3),
            "neither has moved": (0.0, 0.0),
            "the bias was moved by the gradient at the new weights, not at the old ones": (0.5, 0.2),
            "that is one sample after the other, not all at once": (0.52, 0.44),
            "that is the best line at once, not one step towards it": (-1.0, 5.0),
        }
        why = remark(np.array([weights[0], bias]), rule, readings)
        expect.close("weights and bias after one step of 0.05", np.array([weights[0], bias]), [0.5, 0.3], why)

    @pytest.mark.parametrize(
        ("learning_rate", "steps"), [pytest.param(0.1, 20, id="20 steps"), pytest.param(0.02, 4, id="4 small steps")]
    )
    def test_follows_the_whole_gradient(self, attempt, learning_rate, steps):
        x, y = line()

        weights, bias, _ = self.fit(attempt, x, y, learning_rate, steps)

        expected_weights, expected_bias, _ = descended(x, y, learning_rate, steps)
        where = f"after {steps} steps of {learning_rate}"
        why = "each step moves all weights and the bias by the gradient of the mean over all samples, at the same point"
        expect.close(f"weights {where}", weights, expected_weights, why, rtol=1e-3, atol=1e-4)
        expect.close(f"bias {where}", bias, expected_bias, why, rtol=1e-3, atol=1e-4)

    @pytest.mark.parametrize("steps", [1, 4])
    def test_notes_the_loss_before_each_update(self, attempt, steps):
        x, y = line()

        _, _, losses = self.fit(attempt, x, y, 0.05, steps)

        expected = descended(x, y, 0.05, steps + 1)[2]
        rule = "the loss before the first update is that of zeros, the mean of y**2"
        readings = {
            "that is the loss after the update": expected[1],
            "that is half of it": expected[0] / 2,
            "that is the sum, not the mean": expected[0] * len(y),
            "that is the root of it": np.sqrt(expected[0]),
        }
        expect.close("losses[0]", losses[0], expected[0], remark(losses[0], rule, readings), rtol=1e-3)
        why = "each loss is the mean squared error where that step begins"
        expect.close(f"losses of {steps} steps", losses, expected[:-1], why, rtol=1e-3)

    def test_ends_at_the_best_line(self, attempt):
        x = np.array([[-1.0], [3.0]], "float32")

        weights, bias, losses = self.fit(attempt, x, 3.0 * x[:, 0] - 5.0, 0.15, 60)

        why = "enough small steps lead to the line that the data lie on, y = 3x - 5"
        expect.close("weights and bias", np.array([weights[0], bias]), [3.0, -5.0], why, atol=1e-2)
        assert losses[-1] < 1e-3, f"the last loss is {losses[-1]:.3g}, expected nearly 0 — {why}"
