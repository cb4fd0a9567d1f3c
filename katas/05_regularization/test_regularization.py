"""Kata 05: what weights cost must be what the lesson says, whoever asks: a layer, a model, its loss or a file."""

from itertools import pairwise

import keras
import numpy as np
import pytest
from keras import layers, ops, regularizers

from dojo import expect
from dojo.by_hand import dense_chain
from dojo.inputs import normal
from dojo.weights import set_weights_apart, shapes_of, values_by_shape

RATE = 0.1


def kernels(layer):
    """Return the weights of rank 2."""
    return [weight for weight in layer.weights if len(weight.shape) == 2]


def kernel_of(layer):
    """Return the values of a layer's only kernel."""
    (kernel,) = kernels(layer)
    return expect.array("the kernel", kernel)


def set_kernels(layer, scale=1.0):
    """Give each kernel values of its own, and each bias zeros; return the kernels' values."""
    for weight in layer.weights:
        values = scale * normal(*weight.shape, seed=weight.shape[0])
        weight.assign(values if len(weight.shape) == 2 else np.zeros_like(values))
    return [expect.array("a kernel", kernel) for kernel in kernels(layer)]


def set_biases_alone(layer):
    """Make each kernel zero and each bias seven."""
    for weight in layer.weights:
        weight.assign(np.full(weight.shape, 7.0 if len(weight.shape) == 1 else 0.0, "float32"))


def cost(layer, x):
    """Return what Keras adds to the loss for this layer or model; an answer may work it out when it is called."""
    expect.output("the output", layer, x)
    return sum(expect.number("a penalty", value) for value in layer.losses)


def squares(kernel):
    """Return the sum of squares by another road than Keras: the trace of WᵀW."""
    return np.trace(kernel.T @ kernel)


def train_once(model, n_features, n_outputs):
    """Take one step of gradient descent on zeros: while the biases are zero only a penalty has a gradient there."""
    model.compile(optimizer=keras.optimizers.SGD(RATE), loss="mse")
    x, y = np.zeros((4, n_features), "float32"), np.zeros((4, n_outputs), "float32")
    with expect.works("training stops", "nothing but keras.ops may lie between a weight and its penalty"):
        model.train_on_batch(x, y)


class PenalizedDense:
    """What holds for a dense layer, whatever its kernel costs."""

    def build(self, attempt, *strengths, n_features=4, units=3):
        layer = expect.layer("the result", getattr(attempt, self.step)(units, *strengths))
        why = "a dense layer maps (batch, features) to (batch, units)"
        expect.output("the output for 7 samples", layer, normal(7, n_features), (7, units), why)
        expected = sorted([(n_features, units), (units,)])
        assert shapes_of(layer) == expected, (
            f"the weights have shapes {shapes_of(layer)}, expected {expected} — a Dense has one kernel and one bias"
        )
        return layer

    def test_is_a_dense_layer_without_activation(self, attempt):
        layer, x = self.build(attempt, *self.strengths), normal(7, 4)
        set_weights_apart(layer)
        weights = {len(weight.shape): expect.array("a weight", weight) for weight in layer.weights}

        why = "x @ kernel + bias: no activation, and a penalty changes no output"
        expect.close("the output", layer(x), np.einsum("bf,fu->bu", x, weights[2]) + weights[1], why)

    def test_costs_the_same_whatever_the_data_are(self, attempt):
        layer, x = self.build(attempt, *self.strengths), normal(7, 4)
        set_kernels(layer)

        why = "an activity_regularizer weighs the outputs; a penalty on weights needs no data"
        expect.close("the penalty for three times the input", cost(layer, 3 * x), cost(layer, x), why)

    def test_leaves_the_bias_free(self, attempt):
        layer = self.build(attempt, *self.strengths)
        set_biases_alone(layer)

        why = "only the kernel pays: a bias shifts the output but makes it no wilder"
        expect.close("the penalty with a kernel of zeros and a bias of sevens", cost(layer, normal(7, 4)), 0.0, why)

    def claim_a_step(self, attempt, gradient, gradient_is):
        layer = self.build(attempt, *self.strengths)
        (before,) = set_kernels(layer)

        train_once(keras.Sequential([keras.Input((4,)), layer]), 4, 3)
        why = f"the gradient of the penalty is {gradient_is}: it must be in the loss that Keras trains on"
        expect.close("the kernel after one step on zeros", kernel_of(layer), before - RATE * gradient(before), why)


class TestL2Dense(PenalizedDense):
    step, strengths = "l2_dense", (0.25,)

    @pytest.mark.parametrize(
        ("strength", "n_features", "units"),
        [
            pytest.param(0.25, 4, 3, id="strength 0.25"),
            pytest.param(3.0, 5, 4, id="strength 3"),
            pytest.param(0.0, 4, 3, id="strength 0"),
        ],
    )
    def test_costs_strength_times_the_sum_of_squares(self, attempt, strength, n_features, units):
        layer = self.build(attempt, strength, n_features=n_features, units=units)
        (kernel,) = set_kernels(layer)

        got, expected = cost(layer, normal(7, n_features)), strength * squares(kernel)
        expect.close(f"the penalty at strength {strength}", got, expected, why_not_l2(got, kernel, strength))

    def test_pulls_the_kernel_towards_zero_in_training(self, attempt):
        self.claim_a_step(attempt, lambda w: 2 * 0.25 * w, "2 * strength * w")


def why_not_l2(got, kernel, strength):
    """Return the idea behind a wrong L2 penalty."""
    expected = strength * squares(kernel)
    readings = {
        "nothing is penalized: a kernel must have its regularizer when it is made": 0,
        "0.01 is the strength of 'l2' and of L2 when they are given none; pass yours": 0.01 * squares(kernel),
        "Keras's L2 has no factor 1/2": expected / 2,
        "the sum of the squares, not their mean": expected / kernel.size,
        "the squares, not the absolute values, which are L1": strength * np.abs(kernel).sum(),
        "the sum of the squares, not its root": strength * squares(kernel) ** 0.5,
        "the strength itself, not its square": strength * expected,
    }
    return expect.meaning(got, readings, "strength * sum(kernel**2)")


class TestElasticDense(PenalizedDense):
    step, strengths = "elastic_dense", (0.5, 0.25)

    @pytest.mark.parametrize(
        ("l1", "l2"),
        [
            pytest.param(0.5, 2.0, id="both"),
            pytest.param(0.3, 0.0, id="l1 alone"),
            pytest.param(0.0, 0.7, id="l2 alone"),
            pytest.param(0.0, 0.0, id="neither"),
        ],
    )
    def test_costs_both_penalties_at_once(self, attempt, l1, l2):
        layer = self.build(attempt, l1, l2)
        (kernel,) = set_kernels(layer)

        got, sizes = cost(layer, normal(7, 4)), np.linalg.norm(kernel.ravel(), 1)
        expected = l1 * sizes + l2 * squares(kernel)
        readings = {
            "nothing is penalized: the bare name 'L1L2' has no strength at all": 0,
            "the two strengths are swapped": l2 * sizes + l1 * squares(kernel),
            "only the L2 part is there": l2 * squares(kernel),
            "only the L1 part is there": l1 * sizes,
            "0.01 is the strength of a bare name": 0.01 * (sizes + squares(kernel)),
            "Keras's L2 has no factor 1/2": l1 * sizes + l2 * squares(kernel) / 2,
            "sums, not means": expected / kernel.size,
        }
        why = expect.meaning(got, readings, "l1 * sum(abs(kernel)) + l2 * sum(kernel**2)")
        expect.close(f"the penalty for l1={l1} and l2={l2}", got, expected, why)

    def test_pulls_the_kernel_towards_zero_in_training(self, attempt):
        self.claim_a_step(attempt, lambda w: 0.5 * np.sign(w) + 2 * 0.25 * w, "l1 * sign(w) + 2 * l2 * w")


class TestBuildRegularized:
    def build(self, attempt, strength=0.25, n_features=5, units=(4, 3, 2), activations=("tanh", "linear", "tanh")):
        model = expect.model("the result", attempt.build_regularized(n_features, units, activations, strength))
        assert model.weights, (
            "the model has no weights yet — show it data, or the shape of its input, before you return it"
        )
        widths = (n_features, *units)
        expected = sorted([*pairwise(widths), *((width,) for width in units)])
        assert shapes_of(model) == expected, (
            f"for {n_features} features and units {units} the weights have shapes {shapes_of(model)}, expected "
            f"{expected} — each dense layer has a kernel (inputs, units) and a bias (units,)"
        )
        return model

    @pytest.mark.parametrize(
        "activations",
        [
            pytest.param(("tanh", "relu", "softmax"), id="tanh relu softmax"),
            pytest.param(("sigmoid", "tanh", "linear"), id="sigmoid tanh linear"),
        ],
    )
    def test_applies_each_activation_in_its_place(self, attempt, activations):
        model = self.build(attempt, activations=activations)
        set_weights_apart(model)
        x = normal(7, 5)
        expected = dense_chain(x, (5, 4, 3, 2), activations, values_by_shape(model))

        why = "layer by layer: activation(x @ kernel + bias); a penalty changes no output"
        expect.close(f"the output with activations {activations}", model(x), expected, why)

    def test_leaves_biases_and_outputs_free(self, attempt):
        model = self.build(attempt)
        set_biases_alone(model)

        why = "kernels alone pay: no bias_regularizer, no activity_regularizer"
        expect.close("the penalty with kernels of zeros and biases of sevens", cost(model, normal(7, 5)), 0.0, why)

    @pytest.mark.parametrize("strength", [0.25, 3.0, 0.0], ids=lambda strength: f"strength {strength:g}")
    def test_every_kernel_pays_for_its_squares(self, attempt, strength):
        model = self.build(attempt, strength)
        values = set_kernels(model)

        for position, shape in enumerate(pairwise((5, 4, 3, 2)), start=1):
            for kernel, value in zip(kernels(model), values, strict=True):
                kernel.assign(value * (value.shape == shape))
            (alone,) = [value for value in values if value.shape == shape]
            got, expected = cost(model, normal(7, 5)), strength * squares(alone)
            why = why_not_l2(got, alone, strength)
            if np.isclose(got, expected / 3):
                why = "each kernel pays at the whole strength, not at a share of it"
            what = f"the penalty at strength {strength} when only the kernel of dense layer {position} of 3 is not zero"
            expect.close(what, got, expected, why)

    @pytest.mark.parametrize(
        ("n_features", "units"),
        [pytest.param(4, (3,), id="one layer"), pytest.param(5, (4, 3, 2, 2), id="four layers")],
    )
    def test_pays_for_any_number_of_layers(self, attempt, n_features, units):
        model = self.build(attempt, 0.5, n_features, units, ("tanh",) * len(units))
        values = set_kernels(model)

        expected = 0.5 * sum(squares(value) for value in values)
        what = f"the penalty of a model with units {units} at strength 0.5"
        expect.close(what, cost(model, normal(7, n_features)), expected, "the sum of what each kernel costs")

    def test_pulls_every_kernel_towards_zero_in_training(self, attempt):
        model = self.build(attempt)
        before = set_kernels(model)

        train_once(model, 5, 2)

        why = "the gradient of the penalty is 2 * l2_strength * w: it must be in the loss that Keras trains on"
        for kernel, value in zip(kernels(model), before, strict=True):
            what = f"the kernel of shape {value.shape} after one step on zeros"
            expect.close(what, kernel, value * (1 - RATE * 2 * 0.25), why)


class Scale(layers.Layer):
    """A layer that regularizes a weight of its own: a factor for each feature."""

    def build(self, input_shape):
        self.factors = self.add_weight(shape=(input_shape[-1],), initializer="ones", regularizer=regularizers.L1(0.5))

    def call(self, x):
        return x * self.factors


def l2(units, strength, **arguments):
    return layers.Dense(units, kernel_regularizer=regularizers.L2(strength), **arguments)


def chain(*parts):
    """Return a model of these layers that takes samples of four features."""
    return keras.Sequential([keras.Input((4,)), *parts])


class TestPenalty:
    def claim(self, attempt, model, expected, model_is, why):
        got = attempt.penalty(model)
        assert isinstance(got, (int, float, np.number, np.ndarray)), (
            f"the penalty of {model_is} is {expect.kind(got)}, expected a float — one number, and no tensor"
        )
        value = expect.number(f"the penalty of {model_is}", got)
        expect.close(f"the penalty of {model_is}", value, expected, why)

    def test_of_one_layer_is_what_its_kernel_costs(self, attempt):
        layer = l2(3, 0.25)
        model = chain(layer)
        set_weights_apart(model)

        why = "strength * sum(kernel**2), with the kernel as it is now"
        self.claim(attempt, model, 0.25 * squares(kernel_of(layer)), "one layer with L2(0.25)", why)

    def test_adds_up_every_regularized_weight(self, attempt):
        first = layers.Dense(3, kernel_regularizer=regularizers.L1L2(l1=0.5, l2=2.0))
        second = layers.Dense(2, bias_regularizer=regularizers.L2(3.0))
        third = layers.Dense(2, kernel_regularizer=lambda kernel: 0.5 * ops.sum(kernel**4))
        model = chain(first, second, third)
        set_weights_apart(model)
        kernel = kernel_of(first)
        bias = expect.array("a bias", second.bias)

        expected = 0.5 * np.abs(kernel).sum() + 2 * squares(kernel) + 3 * bias @ bias
        expected += 0.5 * np.sum(kernel_of(third) ** 4)
        why = "whatever a regularizer computes, for biases too: Keras has applied it already"
        self.claim(attempt, model, expected, "L1L2 on a kernel, L2 on a bias and a function on a kernel", why)

    def test_is_zero_where_nothing_is_regularized(self, attempt):
        model = chain(layers.Dense(3), layers.BatchNormalization(), layers.Dropout(0.5))
        set_weights_apart(model)

        self.claim(attempt, model, 0.0, "a model without regularizers", "no weight costs anything")

    def test_is_zero_for_a_layer_that_got_its_regularizer_too_late(self, attempt):
        model = chain(layers.Dense(3))
        model.layers[-1].kernel_regularizer = regularizers.L2(0.5)

        why = "a layer hands its regularizer to a weight when it makes it; Keras adds nothing for this one"
        self.claim(attempt, model, 0.0, "a layer whose kernel_regularizer was set after it was built", why)

    def test_follows_the_weights(self, attempt):
        layer = l2(3, 0.25)
        model = chain(layer)
        set_weights_apart(model)
        attempt.penalty(model)
        layer.set_weights([2 * normal(4, 3), normal(3)])

        why = "the weights have changed since it was asked first: it is worked out from those of now"
        self.claim(attempt, model, 0.25 * squares(2 * normal(4, 3)), "a model with new weights", why)

    def test_looks_into_nested_models(self, attempt):
        deep, middle, outer = l2(3, 0.25), l2(3, 2.0), l2(2, 0.5)
        model = chain(chain(chain(deep), middle), outer)
        set_weights_apart(model)

        expected = 0.25 * squares(kernel_of(deep)) + 2 * squares(kernel_of(middle)) + 0.5 * squares(kernel_of(outer))
        why = "model.layers does not list the layers of a model inside it, but they cost as much"
        self.claim(attempt, model, expected, "a model in a model in a model", why)

    def test_looks_into_layers_of_any_kind(self, attempt):
        scale = Scale()
        model = chain(scale, layers.Dense(2))
        set_weights_apart(model)

        expected = 0.5 * np.abs(expect.array("the factors", scale.factors)).sum()
        why = "any layer may regularize a weight by add_weight(regularizer=...); it need not be called a kernel"
        self.claim(attempt, model, expected, "a layer with a regularized weight of its own", why)

    def test_counts_a_shared_layer_once(self, attempt):
        shared = l2(4, 0.25)
        x = keras.Input((4,))
        model = keras.Model(x, chain(shared)(shared(shared(x))))
        set_weights_apart(model)

        why = "one kernel costs once, however often its layer is called, and however many models hold it"
        self.claim(attempt, model, 0.25 * squares(kernel_of(shared)), "a layer called three times", why)

    @pytest.mark.parametrize("inside", [False, True], ids=["a layer", "a nested model"])
    def test_of_what_is_frozen_is_zero(self, attempt, inside):
        frozen, free = l2(3, 0.25), l2(2, 0.5)
        part = chain(frozen) if inside else frozen
        model = chain(part, free)
        set_weights_apart(model)
        part.trainable = False

        why = "Keras adds nothing for weights that are not trained"
        self.claim(attempt, model, 0.5 * squares(kernel_of(free)), "a model with a frozen part", why)

    def test_is_right_after_training(self, attempt):
        layer = l2(3, 0.25)
        model = chain(layer)
        set_weights_apart(model)
        train_once(model, 4, 3)

        why = "training has changed the weights"
        self.claim(attempt, model, 0.25 * squares(kernel_of(layer)), "a model after training", why)

    def test_asks_no_more_of_a_model_than_its_weights(self, attempt):
        class Subclassed(keras.Model):
            def __init__(self):
                super().__init__()
                self.parts = {"first": l2(3, 0.25), "second": [l2(2, 0.5)]}

            def call(self, x):
                return self.parts["second"][0](self.parts["first"](x))

        model = Subclassed()
        model(normal(7, 4))
        set_weights_apart(model)

        expected = 0.25 * squares(kernel_of(model.parts["first"])) + 0.5 * squares(kernel_of(model.parts["second"][0]))
        self.claim(attempt, model, expected, "a subclassed model", "it keeps its layers where it likes")


def mean_squared_error(model, x, y):
    """Return the mean squared error of a model at inference."""
    return np.mean((expect.array("the output", model(x)) - y) ** 2)


class TestSplitLoss:
    def claim(self, attempt, model, x, y, data_loss, penalty):
        got = expect.parts("the result", attempt.split_loss(model, x, y), 2)
        first, second = expect.number("the data loss", got[0]), expect.number("the penalty", got[1])
        whole = data_loss + penalty
        readings = {"the data loss comes first, then the penalty": data_loss, "that is the whole loss": whole}
        why = expect.meaning(second, readings, "what weight regularization adds to the loss")
        expect.close("the penalty", second, penalty, why)
        readings = {
            "that is the whole loss, which evaluate reports: the penalty is in it": whole,
            "the compiled loss has no penalty in it: nothing is to be taken off": data_loss - penalty,
        }
        why = expect.meaning(
            first, readings, "the compiled loss over all samples as in evaluate: each counts alike, no dropout"
        )
        expect.close("the data loss", first, data_loss, why, rtol=1e-3)
        return first + second

    def test_takes_the_penalty_out_of_the_loss(self, attempt):
        layer = l2(1, 0.5)
        model = chain(layer)
        model.compile(optimizer="adam", loss="mse")
        set_weights_apart(model)
        x, y = normal(20, 4), normal(20, 1, seed=1)

        self.claim(attempt, model, x, y, mean_squared_error(model, x, y), 0.5 * squares(kernel_of(layer)))

    def test_weighs_every_sample_alike(self, attempt):
        layer = l2(1, 0.5)
        model = chain(layer)
        model.compile(optimizer="adam", loss="mse", metrics=["mae"])
        set_weights_apart(model)
        x, y = normal(40, 4), normal(40, 1, seed=1)
        # The batch of eight that is left over is far off.
        y[32:] += 5.0

        self.claim(attempt, model, x, y, mean_squared_error(model, x, y), 0.5 * squares(kernel_of(layer)))

    def test_leaves_the_model_as_if_nothing_had_happened(self, attempt):
        x, y = normal(20, 4), normal(20, 1, seed=1)
        model, twin = (self.trained(x, y) for _ in range(2))
        attempt.split_loss(model, x, y)

        self.claim_twins(
            model, twin, "after it", "measuring is not training: no fit, no train_on_batch, no training=True"
        )
        why = "a regularizer that is taken off for a while must be put back"
        expect.close("the sum of model.losses after it", sum(model.losses), float(sum(twin.losses)), why)
        for each in (model, twin):
            each.fit(x, y, epochs=1, shuffle=False, verbose=0)
        why = "as if nothing had happened: the same optimizer in the same state, the same losses, the same penalty"
        self.claim_twins(model, twin, "after more training", why)

    def claim_twins(self, model, twin, when, why):
        for weight, expected in zip(model.weights, twin.weights, strict=True):
            expect.close(f"the {weight.name} {when}", weight, expect.array("a weight", expected), why)

    def trained(self, x, y):
        """Return a model that has been trained for an epoch, with moving statistics that training would move."""
        model = chain(l2(3, 0.25), layers.BatchNormalization(), layers.Dense(1))
        for index, weight in enumerate(model.weights):
            weight.assign(np.abs(normal(*weight.shape, seed=index)))
        model.compile(optimizer=keras.optimizers.Adam(0.1), loss="mse", metrics=["mae"])
        model.fit(x, y, epochs=1, shuffle=False, verbose=0)
        return model

    def test_sum_is_what_evaluate_reports_for_a_classifier(self, attempt):
        hidden, head = l2(3, 0.25), l2(3, 0.125, activation="softmax")
        model = chain(hidden, layers.BatchNormalization(), layers.Dropout(0.5), head)
        model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        set_weights_apart(model)
        x, y = normal(20, 4), np.arange(20) % 3
        data_loss = -np.log(expect.array("the output", model(x))[np.arange(20), y]).mean()
        penalty = 0.25 * squares(kernel_of(hidden)) + 0.125 * squares(kernel_of(head))

        both = self.claim(attempt, model, x, y, data_loss, penalty)
        total = model.evaluate(x, y, verbose=0, return_dict=True)["loss"]
        expect.close("the sum of both", both, total, "the loss that evaluate reports")

    def test_gives_the_whole_loss_to_the_data_where_nothing_is_regularized(self, attempt):
        model = chain(layers.Dense(1))
        model.compile(optimizer="adam", loss="mse")
        set_weights_apart(model)
        x, y = normal(20, 4), normal(20, 1, seed=1)

        data_loss = mean_squared_error(model, x, y)
        self.claim(attempt, model, ops.convert_to_tensor(x), ops.convert_to_tensor(y), data_loss, 0.0)


def off_orthogonal(kernel):
    """Return sum((WᵀW − I)**2) out of the singular values of a kernel (features, units)."""
    features, units = kernel.shape
    return np.sum((np.linalg.svd(kernel, compute_uv=False) ** 2 - 1) ** 2) + max(units - features, 0)


class TestOrthogonality:
    @pytest.mark.parametrize("tensor", [False, True], ids=["array", "tensor"])
    @pytest.mark.parametrize(
        ("shape", "strength"),
        [
            pytest.param((3, 3), 0.3, id="square"),
            pytest.param((5, 3), 2.0, id="tall"),
            pytest.param((2, 3), 0.3, id="wide"),
        ],
    )
    def test_costs_how_far_the_columns_are_from_orthonormal(self, attempt, shape, strength, tensor):
        kernel = normal(*shape)
        regularizer = attempt.Orthogonality(strength)

        got = expect.number("the cost of a kernel", regularizer(ops.convert_to_tensor(kernel) if tensor else kernel))
        expected, off = strength * off_orthogonal(kernel), kernel.T @ kernel - np.eye(shape[1])
        readings = {
            "the strength is forgotten": expected / strength,
            "WᵀW compares the columns, (units, units); WWᵀ compares the rows": strength * off_orthogonal(kernel.T),
            "the identity must be taken off first": strength * np.sum((off + np.eye(shape[1])) ** 2),
            "the sum of the squares, not their mean": expected / off.size,
            "the sum of the squares, not its root": strength * off_orthogonal(kernel) ** 0.5,
            "the squares, not the absolute values": strength * np.abs(off).sum(),
            "what is off the diagonal counts too: columns at right angles": strength * np.sum(np.diag(off) ** 2),
            "the diagonal counts too: columns of length 1": expected - strength * np.sum(np.diag(off) ** 2),
            "no factor 1/2": expected / 2,
        }
        why = expect.meaning(
            got, readings, "strength * sum((WᵀW − I)**2), a matrix product; Keras has nothing just like it"
        )
        expect.close(f"the cost of a kernel of shape {shape} at strength {strength}", got, expected, why, rtol=1e-3)

    def test_costs_nothing_for_orthonormal_columns(self, attempt):
        kernel, _ = np.linalg.qr(normal(5, 3))

        got = expect.number("the cost of a kernel", attempt.Orthogonality(2.0)(kernel.astype("float32")))
        expect.close("the cost of a tall kernel with orthonormal columns", got, 0.0, "there WᵀW is the identity")

    def test_serves_as_the_regularizer_of_a_kernel(self, attempt):
        model = chain(layers.Dense(3, kernel_regularizer=attempt.Orthogonality(0.1)))
        (kernel,) = set_kernels(model)

        got, why = cost(model, normal(7, 4)), "Keras calls it with the kernel, a keras.Variable"
        expect.close("what a Dense with it costs", got, 0.1 * off_orthogonal(kernel), why, rtol=1e-3)

    def test_turns_the_kernel_in_training(self, attempt):
        model = chain(layers.Dense(3, kernel_regularizer=attempt.Orthogonality(0.1)))
        (before,) = set_kernels(model, 0.5)

        train_once(model, 4, 3)

        expected = before - RATE * 0.1 * 4 * before @ (before.T @ before - np.eye(3))
        why = "the gradient is 4 * strength * W(WᵀW − I): nothing but keras.ops may lie between kernel and cost"
        expect.close("the kernel after one step on zeros", kernel_of(model), expected, why)

    def test_is_made_again_from_its_config(self, attempt):
        regularizer = attempt.Orthogonality(0.3)
        with expect.works("it has no config", "the base class knows none: return a dict, without super()"):
            config = regularizer.get_config()
        assert isinstance(config, dict), f"get_config gives {expect.kind(config)}, expected a dict"

        kernel = normal(5, 3)
        why = "get_config returns the arguments of __init__, and only them"
        with expect.works("from_config(get_config()) fails", why):
            again = attempt.Orthogonality.from_config(config)
        got = expect.number("what it costs", again(kernel))
        why = "get_config gives the strength by the name that __init__ has for it"
        expect.close("what it costs made again", got, 0.3 * off_orthogonal(kernel), why, rtol=1e-3)

    def test_is_saved_with_its_layer_and_loads_in_a_new_process(self, attempt, tmp_path):
        model, path = chain(layers.Dense(3, kernel_regularizer=attempt.Orthogonality(0.7))), tmp_path / "model.keras"
        (kernel,) = set_kernels(model)
        with expect.works("a model with it cannot be saved", "does get_config give plain numbers by name?"):
            model.save(path)
        attempt.fresh()
        with expect.works("it does not load in a new process", "is the class registered when your file is imported?"):
            loaded = keras.saving.load_model(path)

        why = "the strength travels in the config"
        expect.close(
            "what the loaded model costs", cost(loaded, normal(7, 4)), 0.7 * off_orthogonal(kernel), why, rtol=1e-3
        )
