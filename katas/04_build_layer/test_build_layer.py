"""Kata 04: the three layers compute what the lesson says, keep their state in weights, and come back from a file."""

from itertools import product

import keras
import numpy as np
import pytest
from keras import ops

from dojo import expect
from dojo.inputs import normal
from dojo.weights import set_weights_apart, set_weights_by_shape, shapes_of, values_by_shape

# Five features in every test: few shapes are soon compiled.
RANKS = {"two axes": (8, 5), "three axes": (8, 4, 5), "four axes": (2, 3, 4, 5)}
each_rank = pytest.mark.parametrize("shape", RANKS.values(), ids=RANKS.keys())

CONFIG = (
    "get_config returns the arguments of __init__, all and only them; __init__ hands **kwargs (name, dtype) to super()"
)
CALL = (
    "build makes the weights from the last entry of the input's shape, call serves any rank, and an activation is a "
    "name, a function or None"
)
SYMBOLIC = "Keras calls a layer before there are values: keras.ops, no NumPy and no Python `if` on a tensor"


def called(layer, x):
    """Return the layer after a call, so that it has its weights."""
    with expect.works(f"the first call on an input of shape {x.shape} fails", CALL):
        layer(x)
    return layer


def model_of(layer, *shape):
    """Return a functional model of this layer for samples of this shape."""
    inputs = keras.Input(shape)
    with expect.works(f"a call on keras.Input({shape}) fails", SYMBOLIC):
        outputs = layer(inputs)
        if keras.config.backend() == "torch":
            # There Keras tries real tensors where symbolic ones fail, and would not tell.
            with keras.StatelessScope(), keras.device("meta"):
                layer(ops.zeros([length or 2 for length in inputs.shape]))
    assert isinstance(outputs, keras.KerasTensor), (
        f"a call on keras.Input({shape}) gives {expect.kind(outputs)}, expected a symbolic tensor — {SYMBOLIC}"
    )
    return keras.Model(inputs, outputs)


def from_config(make):
    """Return a layer and what its class makes of its config; `make(**kwargs)` makes the layer."""
    try:
        layer, has_name = make(name="mine"), True
    except TypeError:
        layer, has_name = make(), False
    layer = expect.layer("the result", layer)
    with expect.works("from_config(get_config()) fails", CONFIG):
        copy = type(layer).from_config(layer.get_config())
    copy = expect.layer("from_config(get_config())", copy)
    assert not has_name or layer.name != "mine" or copy.name == "mine", (
        f"from_config(get_config()) is called {copy.name!r}, expected 'mine' — "
        "name and dtype are arguments too: start from super().get_config()"
    )
    return layer, copy


def saved_and_loaded(attempt, layer, tmp_path, *shape):
    """Return a model of this layer with weights of its own, and what a new process loads from its file."""
    model = model_of(layer, *shape)
    set_weights_apart(model)
    file = tmp_path / "model.keras"
    with expect.works("saving a model with this layer fails", CONFIG):
        model.save(file)
    attempt.fresh()
    with expect.works("loading a model with this layer fails", f"register the class with Keras; {CONFIG}"):
        return model, keras.saving.load_model(file)


class TestLinear:
    @pytest.mark.parametrize(
        ("shape", "use_bias", "expected"),
        [
            pytest.param((8, 5), True, [(3,), (5, 3)], id="two axes"),
            pytest.param((8, 4, 5), True, [(3,), (5, 3)], id="three axes"),
            pytest.param((8, 5), False, [(5, 3)], id="no bias"),
        ],
    )
    def test_makes_its_weights_from_the_last_axis(self, attempt, shape, use_bias, expected):
        layer = called(expect.layer("the result", attempt.Linear(3, use_bias=use_bias)), normal(*shape))

        assert shapes_of(layer) == expected, (
            f"after a call on {shape} with units=3, use_bias={use_bias} the weights have shapes "
            f"{shapes_of(layer)}, expected {expected} — a kernel (last axis, units), a bias (units,) if there is "
            "one; Keras knows only weights of add_weight, keras.Variable and inner layers"
        )

    @pytest.mark.parametrize(
        ("shape", "use_bias", "activation", "function"),
        [
            pytest.param((8, 5), True, None, lambda z: z, id="no activation"),
            pytest.param((8, 4, 5), True, "tanh", np.tanh, id="tanh, three axes"),
            pytest.param((2, 3, 4, 5), True, ops.square, np.square, id="a function, four axes"),
            pytest.param((8, 5), False, "relu", lambda z: np.maximum(z, 0), id="relu, no bias"),
        ],
    )
    def test_computes_what_dense_computes(self, attempt, shape, use_bias, activation, function):
        layer, x = attempt.Linear(3, activation=activation, use_bias=use_bias), normal(*shape)
        set_weights_apart(called(expect.layer("the result", layer), x))
        weights = values_by_shape(layer)
        # A missing weight is the first test's to tell.
        expected = function(x @ weights.get((5, 3), np.zeros((5, 3))) + weights.get((3,), 0))

        what = f"the output for {shape} with activation {'a function' if callable(activation) else activation}"
        why = "activation(x @ kernel + bias) over the last axis; the other axes stay"
        got = expect.output(what, layer, x, expected.shape, why)
        expect.close(what, got, expected, why)

    def test_serves_any_batch_and_any_length_in_a_model(self, attempt):
        model, x = model_of(attempt.Linear(3, activation="tanh"), None, 5), normal(8, 4, 5)
        set_weights_apart(model)

        assert model.output_shape == (None, None, 3), (
            f"for keras.Input((None, 5)) Keras expects outputs of shape {model.output_shape}, not (None, None, 3) — "
            "only the last axis changes"
        )
        expected = expect.output("the output for (8, 4, 5)", model, x, (8, 4, 3))
        expect.close("what predict gives", model.predict(x, verbose=0), expected, "the same as a call")

    def test_learns(self, attempt):
        model, x, y = model_of(attempt.Linear(3), 5), normal(8, 5), normal(8, 3, seed=1)
        set_weights_apart(model)
        before = values_by_shape(model)
        shapes = shapes_of(model)
        assert shapes == [(3,), (5, 3)], f"the weights have shapes {shapes}, expected [(3,), (5, 3)]"
        # Half the slope of the mean squared error over 8 samples of 3 outputs.
        error = (x @ before[5, 3] + before[3,] - y) / 24

        model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mean_squared_error")
        model.train_on_batch(x, y)

        why = "both are weights that the optimizer moves: trainable, and used in call"
        expect.close("the kernel after a step", values_by_shape(model)[5, 3], before[5, 3] - x.T @ error, why)
        expect.close("the bias after a step", values_by_shape(model)[3,], before[3,] - error.sum(0), why)

    @pytest.mark.parametrize("activation", ["tanh", keras.activations.softplus], ids=["a name", "a function"])
    def test_comes_back_from_its_config(self, attempt, activation):
        def make(**kwargs):
            return attempt.Linear(3, activation=activation, use_bias=False, **kwargs)

        if callable(activation) and refuses_functions(make()):
            return  # and says so: nothing is lost unseen
        layer, copy = from_config(make)
        for each in (layer, copy):
            set_weights_by_shape(called(each, normal(8, 5)))

        why = "units, activation and use_bias belong into get_config"
        expected = expect.output("the output", layer, normal(8, 5))
        expect.close("the output of from_config(get_config())", copy(normal(8, 5)), expected, why)

    @pytest.mark.parametrize(
        ("units", "arguments"),
        [
            pytest.param(3, {"activation": "tanh"}, id="with bias"),
            pytest.param(4, {"activation": "relu", "use_bias": False}, id="without bias"),
        ],
    )
    def test_comes_back_from_a_file(self, attempt, tmp_path, units, arguments):
        first, second = attempt.Linear(units, **arguments), attempt.Linear(2)
        model, loaded = saved_and_loaded(attempt, lambda inputs: second(first(inputs)), tmp_path, 5)

        why = "settings come from get_config, weights from the file"
        expect.close(
            "the output of two layers after loading", loaded(normal(8, 5)), expect.array("it", model(normal(8, 5))), why
        )


def refuses_functions(layer):
    """Whether the layer leaves its config to Keras, which writes down numbers, text and bools."""
    try:
        expect.layer("the result", layer).get_config()
    except NotImplementedError as error:
        return "non-serializable" in str(error)
    return False


def mean_of(x):
    """Return the mean of each feature, by a flat table of them."""
    return x.reshape(-1, x.shape[-1]).mean(0)


def moving_mean(layer):
    """Return a Center's only weight, the moving mean of five features."""
    assert len(layer.weights) == 1, (
        f"it has weights of shapes {shapes_of(layer)}, expected one of (5,), the moving mean — "
        "state that changes is a weight made in build"
    )
    return expect.array("the moving mean", layer.weights[0]).reshape(-1)


class TestCenter:
    def center(self, attempt, shape, **arguments):
        """Return a Center that was called once on this shape, not in training."""
        layer = called(expect.layer("the result", attempt.Center(**arguments)), normal(*shape))
        expect.array("the moving mean", moving_mean(layer), (5,), "one number a feature: the last axis has 5")
        return layer

    def train(self, layer, x):
        """Return the layer's output in training."""
        why = "call(self, inputs, training=None): Keras sets training; the mean is over all axes but the last"
        return expect.output(
            f"the output for {x.shape} in training", lambda x: layer(x, training=True), x, x.shape, why
        )

    def test_starts_from_a_moving_mean_of_zero_that_is_not_trained(self, attempt):
        layer = self.center(attempt, (8, 5))

        why = "the moving mean starts at 0, and a call outside training leaves it there"
        expect.close("the moving mean before training", moving_mean(layer), np.zeros(5), why)
        assert not layer.trainable_weights, "the moving mean is trainable — no gradient may move it: trainable=False"

    @each_rank
    def test_subtracts_the_mean_of_the_batch_in_training(self, attempt, shape):
        layer, x = self.center(attempt, shape), 2 + 3 * normal(*shape, seed=1)

        why = "where call gets training=True, each feature loses the batch's mean over all axes but the last"
        for call in ("first", "second"):
            expect.close(
                f"the output of the {call} training call on {shape}", self.train(layer, x), x - mean_of(x), why
            )

    @pytest.mark.parametrize(
        ("momentum", "shape"),
        [
            pytest.param(None, (8, 5), id="the default"),
            pytest.param(0.6, (8, 5), id="0.6"),
            pytest.param(0.0, (8, 5), id="0"),
            pytest.param(0.75, (2, 3, 4, 5), id="0.75, four axes"),
        ],
    )
    def test_moves_the_moving_mean_by_momentum(self, attempt, momentum, shape):
        layer = self.center(attempt, shape, **({} if momentum is None else {"momentum": momentum}))
        kept, expected = 0.9 if momentum is None else momentum, np.zeros(5)
        for call, seed in (("one", 1), ("two", 2)):
            x = 2 + normal(*shape, seed=seed)
            self.train(layer, x)
            expected = kept * expected + (1 - kept) * mean_of(x)

            why = "once a call, momentum * moving + (1 - momentum) * batch is assigned to the weight"
            what = f"the moving mean after {call} training call{'s' * (call == 'two')} at momentum {kept}"
            expect.close(what, moving_mean(layer), expected, why)

    @pytest.mark.parametrize("training", [{}, {"training": False}], ids=["by default", "training=False"])
    @each_rank
    def test_subtracts_the_moving_mean_otherwise(self, attempt, shape, training):
        layer, x = self.center(attempt, shape), normal(*shape, seed=1)
        self.train(layer, 2 + normal(*shape))
        moved = moving_mean(layer)

        why = "outside training each feature loses its moving mean, whatever the batch"
        got = expect.output(f"the output for {shape} after training", lambda x: layer(x, **training), x, shape, why)
        expect.close(f"the output for {shape} after training", got, x - moved, why)
        expect.close(
            "the moving mean after a call outside training", moving_mean(layer), moved, "only training moves it"
        )

    def test_moves_in_fit_alone(self, attempt):
        layer, x, y = attempt.Center(momentum=0.6), 2 + normal(24, 5), normal(24, 1)
        model_of(lambda inputs: layer(inputs, training=True), 5)
        centered = model_of(layer, 5)
        model = keras.Sequential([centered, keras.layers.Dense(1)])
        model.compile(optimizer="sgd", loss="mean_squared_error")
        model.fit(x, y, batch_size=8, epochs=2, shuffle=False, verbose=0)
        expected = np.zeros(5)
        for batch in [*np.split(x, 3), *np.split(x, 3)]:
            expected = 0.6 * expected + 0.4 * mean_of(batch)

        why = "each of the 6 batches moves the weight once: assign it, an attribute would be forgotten"
        expect.close("the moving mean after fit on 6 batches", moving_mean(layer), expected, why)
        model.evaluate(x, y, batch_size=8, verbose=0)
        predicted = centered.predict(x, batch_size=8, verbose=0)
        why = "evaluate and predict only use it: move it in training alone"
        expect.close("the moving mean after evaluate and predict", moving_mean(layer), expected, why)
        expect.close("what predict gives", predicted, x - expected, "predict subtracts the moving mean")

    def test_comes_back_from_its_config(self, attempt):
        for each in from_config(lambda **kwargs: attempt.Center(momentum=0.6, **kwargs)):
            x = 2 + normal(8, 5)
            self.train(each, x)

            why = "momentum belongs into get_config"
            what = "the moving mean of from_config(get_config()) after a training call at momentum 0.6"
            expect.close(what, moving_mean(each), 0.4 * mean_of(x), why)

    def test_comes_back_from_a_file(self, attempt, tmp_path):
        model, loaded = saved_and_loaded(attempt, attempt.Center(momentum=0.6), tmp_path, 5)
        x = 2 + normal(8, 5)

        why = "the moving mean is a weight, so the file has it"
        expect.close("the output after loading", loaded(x), expect.array("the output", model(x)), why)
        for each in (model, loaded):
            self.train(each, x)
        why = "momentum belongs into get_config"
        what = "the moving mean after loading and a training call"
        expect.close(what, moving_mean(loaded), moving_mean(model), why)


def residual(x, weights, units):
    """Yield the outputs of every residual block that has weights of just these shapes; weights of one shape are alike.

    How wide the layer between is, which layers have a bias, and whether the two dense layers see the input before or
    after its projection, is free.

    Args:
        x: array `(..., features)`.
        weights: arrays.
        units: int, the width of the block's output.
    """
    values = {weight.shape: weight for weight in weights}
    features, projects = x.shape[-1], x.shape[-1] != units

    def dense(x, kernel, biased):
        return x @ values[kernel] + (values[kernel[1:]] if biased else 0)

    for seen, hidden in product((features, units), {shape[-1] for shape in values if shape}):
        kernels = [(seen, hidden), (hidden, units), (features, units)][: 3 if projects else 2]
        for biased in product((True, False), repeat=len(kernels)):
            all_shapes = kernels + [kernel[1:] for kernel, has_bias in zip(kernels, biased, strict=True) if has_bias]
            if sorted(all_shapes) == sorted(weight.shape for weight in weights):
                skip = dense(x, kernels[2], biased[2]) if projects else x
                inner = np.maximum(dense(x if seen == features else skip, kernels[0], biased[0]), 0)
                yield skip + dense(inner, kernels[1], biased[1])


class TestResidualBlock:
    @pytest.mark.parametrize("units", [5, 3], ids=["equal widths", "other widths"])
    def test_has_two_dense_layers_and_projects_where_widths_differ(self, attempt, units):
        layer = called(expect.layer("the result", attempt.ResidualBlock(units)), normal(8, 5))

        weights = [expect.array("a weight", weight) for weight in layer.weights]
        wanted = "two kernels with biases" if units == 5 else "three kernels, one of them the projection's (5, 3)"
        assert list(residual(normal(8, 5), weights, units)), (
            f"for 5 features and units={units} the weights have shapes {shapes_of(layer)}, expected {wanted} — two "
            "dense layers, and a projection just where widths differ; a layer made in call is never the block's"
        )

    @pytest.mark.parametrize("shape", [(8, 5), (8, 4, 5)], ids=["two axes", "three axes"])
    def test_is_the_identity_with_all_weights_zero(self, attempt, shape):
        layer, x = expect.layer("the result", attempt.ResidualBlock(5)), normal(*shape)
        for weight in called(layer, x).weights:
            weight.assign(np.zeros(weight.shape))

        why = "dense layers of zeros add nothing to the input, and nothing comes after the sum: negative values stay"
        expect.close(f"the output for {shape} with all weights zero", layer(x), x, why)

    @pytest.mark.parametrize("units", [5, 3], ids=["equal widths", "other widths"])
    @each_rank
    def test_adds_two_dense_layers_with_relu_between(self, attempt, shape, units):
        layer, x = expect.layer("the result", attempt.ResidualBlock(units)), normal(*shape)
        set_weights_by_shape(called(layer, x))
        what = f"the output for {shape} with units={units}"
        why = "input (projected where widths differ) + dense(relu(dense(input))), over the last axis"
        got = expect.output(what, layer, x, (*shape[:-1], units), why)

        rights = list(residual(x, [expect.array("a weight", weight) for weight in layer.weights], units))
        shapes = shapes_of(layer)
        assert rights, f"the weights have shapes {shapes}, expected two dense layers and at most a projection"
        if not any(np.allclose(got, right, rtol=1e-4, atol=1e-5) for right in rights):
            expect.close(what, got, rights[0], why)

    @pytest.mark.parametrize("units", [5, 3], ids=["equal widths", "other widths"])
    def test_learns_with_all_its_weights(self, attempt, units):
        model, x = model_of(attempt.ResidualBlock(units), None, 5), normal(8, 4, 5)
        assert model.output_shape == (None, None, units), (
            f"for keras.Input((None, 5)) Keras expects outputs of shape {model.output_shape}, "
            f"not (None, None, {units}) — only the last axis changes"
        )
        set_weights_apart(model)
        before = [expect.array("a weight", weight) for weight in model.weights]

        model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mean_squared_error")
        model.train_on_batch(x, normal(8, 4, units, seed=1))

        assert before, "a model of the block has no weights — inner layers are made in __init__ or build, not in call"
        for weight, kept in zip(model.weights, before, strict=True):
            assert expect.differs(kept, weight, by=1e-7), (
                f"a training step left the weight of shape {kept.shape} as it was — every inner layer takes part"
            )

    @pytest.mark.parametrize("units", [5, 3], ids=["equal widths", "other widths"])
    def test_comes_back_from_its_config(self, attempt, units):
        layer, copy = from_config(lambda **kwargs: attempt.ResidualBlock(units, **kwargs))
        for each in (layer, copy):
            set_weights_by_shape(called(each, normal(8, 5)))

        why = "units belongs into get_config"
        expected = expect.output("the output", layer, normal(8, 5))
        expect.close("the output of from_config(get_config())", copy(normal(8, 5)), expected, why)

    @pytest.mark.parametrize("units", [5, 3], ids=["equal widths", "other widths"])
    def test_comes_back_from_a_file(self, attempt, tmp_path, units):
        model, loaded = saved_and_loaded(attempt, attempt.ResidualBlock(units), tmp_path, 5)

        why = "settings come from get_config, weights of the inner layers from the file"
        expect.close("the output after loading", loaded(normal(8, 5)), expect.array("it", model(normal(8, 5))), why)
