"""Kata 18: what comes back from a file is what went in, a bad file changes nothing, and a strange one runs nothing."""

import io
import json
import os
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from keras import layers

from dojo import expect
from dojo.inputs import normal
from dojo.weights import set_weights_apart

# One shape of samples and one of batches in all trainings: few shapes compile soon.
X, Y, BATCH = normal(12, 4), normal(12, 2, seed=1), 4

each_format = pytest.mark.parametrize("ending", [".keras", ".h5"])


def chain(*middle, units=2):
    """Return a chain of dense layers whose weights are all off their initial values; a few of them are not trained."""
    between = middle or (layers.BatchNormalization(),)
    first, last = layers.Dense(3, activation="tanh"), layers.Dense(units)
    model = keras.Sequential([keras.Input((4,)), first, *between, last])
    set_weights_apart(model)
    return model


def branches(*inner):
    """Return a functional model: two ways from one input, one of them through a model of its own."""
    inputs = keras.Input((4,))
    side = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="relu"), *inner])
    other = layers.Dense(3, activation="tanh", use_bias=False, kernel_regularizer="l2")
    outputs = layers.Dense(2)(layers.concatenate([side(inputs), other(inputs)]))
    model = keras.Model(inputs, outputs)
    set_weights_apart(model)
    return model


each_model = pytest.mark.parametrize(
    ("make", "as_given"),
    [pytest.param(chain, str, id="sequential, str"), pytest.param(branches, Path, id="functional, Path")],
)


def laid_out(what, model):
    """Return all weights of a model, laid end to end."""
    return np.concatenate([expect.array(f"a weight of {what}", weight).ravel() for weight in model.weights])


def compile_as_no_other(model):
    """Compile a model with nothing that Keras, or a learner in haste, would choose."""
    schedule = keras.optimizers.schedules.ExponentialDecay(0.1, decay_steps=4, decay_rate=0.5)
    optimizer = keras.optimizers.Adam(schedule, beta_1=0.8)
    model.compile(optimizer=optimizer, loss="mean_absolute_error", metrics=["mean_squared_error"])


def train(model):
    """Train a model for one epoch, in order."""
    model.fit(X, Y, batch_size=BATCH, shuffle=False, verbose=0)


@cache
def trained():
    """Return what is known of a training: the file after 2 updates, and how it went on without a break."""
    model = chain()
    compile_as_no_other(model)
    model.fit(X[:8], Y[:8], batch_size=BATCH, shuffle=False, verbose=0)
    known = SimpleNamespace(
        file=written(model, ".keras"),
        output=expect.array("the output", model(X)),
        results=model.evaluate(X, Y, batch_size=BATCH, verbose=0, return_dict=True),
        weights={2: laid_out("the model", model)},
    )
    # Keras 3.15 spoils the later .keras files of a model that it has written to .h5.
    known.h5 = written(restored(known.file), ".h5")
    for updates in (5, 8):
        train(model)
        known.weights[updates] = laid_out("the model", model)
    known.optimizer = [expect.array("a variable", variable) for variable in model.optimizer.variables]
    return known


def written(model, ending):
    """Return the bytes of the file that Keras writes of a model."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"model{ending}")
        (model.save_weights if ending == ".weights.h5" else model.save)(path)
        return path.read_bytes()


def restored(content):
    """Return the model that Keras reads from the bytes of a .keras file."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "model.keras")
        path.write_bytes(content)
        return keras.saving.load_model(path)


def loaded_by_keras(path, **options):
    """Return the model that Keras reads from a file."""
    expect.file(path)
    why = f"{path.suffix} holds a whole model, architecture and weights, in the format that its ending names"
    with expect.works(f"{path.name} does not load", why):
        return expect.model(f"what {path.name} holds", keras.saving.load_model(path, **options))


def claim_output(what, model, expected, why):
    """Claim what a model gives for the samples."""
    got = expect.output(f"the output of {what}", model, X, expected.shape, why)
    expect.close(f"the output of {what}", got, expected, why)


def updates_of(what, model):
    """Return how many updates the optimizer of a model has made."""
    assert model.compiled, f"{what} is not compiled — .keras keeps loss, metrics and optimizer: leave them in"
    assert isinstance(model.optimizer, keras.optimizers.Optimizer), f"{what} has no optimizer"
    return int(expect.number("the optimizer's iterations", model.optimizer.iterations))


def claim_error(what, call, why):
    """Claim that a call raises an error that says something."""
    error, got = expect.error_of(call)
    assert error is not None, f"{what} gives {expect.kind(got)}, expected an error — {why}"
    assert str(error).strip(), f"{what} raises a {type(error).__name__} without a word — say which file it is"


BAD_FILES = {
    "a truncated file": lambda path, good, other: path.write_bytes(good[: len(good) // 2]),
    "a file of another format": lambda path, good, other: path.write_bytes(other),
    "an empty file": lambda path, good, other: path.write_bytes(b""),
    "a directory": lambda path, good, other: path.mkdir(),
    "a missing path": lambda path, good, other: None,
}
each_bad_file = pytest.mark.parametrize("bad", BAD_FILES)


def claim_bad_file(call, path, bad, good, other):
    """Claim that a call refuses a file that is none of the kind, and leaves it as it is."""
    BAD_FILES[bad](path, good, other)
    before = path.read_bytes() if path.is_file() else None

    claim_error(f"{bad}, {path.name},", call, "whoever goes on with it finds out much later, or never")
    after = path.read_bytes() if path.is_file() else None
    assert before == after, f"{bad}, {path.name}, is not what it was after the error — reading changes no file"


class TestSaveModel:
    @each_model
    @each_format
    def test_file_predicts_the_same(self, attempt, tmp_path, make, as_given, ending):
        model, path = make(), tmp_path / f"model{ending}"
        expected = expect.array("the output", model(X))
        attempt.save_model(model, as_given(path))

        loaded = loaded_by_keras(path, compile=False)
        claim_output(f"what {path.name} holds", loaded, expected, "weights and architecture as they were")

    def test_keras_file_keeps_how_the_model_was_compiled(self, attempt, tmp_path):
        model, path = restored(trained().file), tmp_path / "model.keras"
        expected = model.get_compile_config()
        attempt.save_model(model, path)

        loaded = loaded_by_keras(path)
        assert loaded.compiled, "the model in the file is not compiled — save it whole, as it is"
        got = loaded.get_compile_config()
        for part in ("loss", "metrics", "optimizer"):
            assert got.get(part) == expected[part], (
                f"the model in the file is compiled with {part} {got.get(part)}, expected {expected[part]} — save the "
                "model itself, not a copy that is compiled anew"
            )

    def test_keras_file_keeps_the_state_of_the_optimizer(self, attempt, tmp_path):
        model, path = restored(trained().file), tmp_path / "model.keras"
        expected = [expect.array("a variable", variable) for variable in model.optimizer.variables]
        attempt.save_model(model, path)

        loaded = loaded_by_keras(path)
        updates = updates_of("the model in the file", loaded)
        why = "save the model itself: its optimizer counts updates and keeps momenta"
        assert updates == 2, f"the optimizer in the file has made {updates} updates, expected 2 — {why}"
        for got, wanted in zip(loaded.optimizer.variables, expected, strict=True):
            expect.close(f"the optimizer's {got.name} in the file", got, wanted, why)

    @each_format
    def test_replaces_an_older_file(self, attempt, tmp_path, ending):
        path, model = tmp_path / f"model{ending}", branches()
        path.write_bytes(trained().file if ending == ".keras" else trained().h5)
        why = "an older file of that name is replaced, and nobody is asked"
        with expect.works("saving over an older file fails", why):
            attempt.save_model(model, path)

        loaded = loaded_by_keras(path, compile=False)
        claim_output(f"what {path.name} holds", loaded, expect.array("the output", model(X)), why)

    @each_format
    def test_leaves_the_model_as_it_is(self, attempt, tmp_path, ending):
        model = restored(trained().file)
        attempt.save_model(model, tmp_path / f"model{ending}")

        why = "saving reads the model and changes nothing"
        expect.close(
            "the vector of all weights of the model in hand after saving",
            laid_out("it", model),
            trained().weights[2],
            why,
        )
        assert updates_of("the model in hand after saving", model) == 2, (
            f"the optimizer in hand counts anew after saving — {why}"
        )


class TestLoadModel:
    def load(self, attempt, path, as_given=str):
        attempt.fresh()
        with expect.works(f"loading {path.name} fails", "Keras wrote it, so Keras reads it"):
            return expect.model(f"what is loaded from {path.name}", attempt.load_model(as_given(path)))

    @each_model
    @each_format
    def test_predicts_what_the_saved_model_did(self, attempt, tmp_path, make, as_given, ending):
        model, path = make(), tmp_path / f"model{ending}"
        path.write_bytes(written(model, ending))
        loaded = self.load(attempt, path, as_given)

        why = "weights and architecture come from the file"
        claim_output(f"what is loaded from {path.name}", loaded, expect.array("the output", model(X)), why)

    @each_format
    def test_takes_the_file_of_a_trained_model(self, attempt, tmp_path, ending):
        path = tmp_path / f"model{ending}"
        path.write_bytes(trained().file if ending == ".keras" else trained().h5)
        loaded = self.load(attempt, path)

        why = "weights, also those that are not trained, come from the file"
        claim_output(f"what is loaded from {path.name}", loaded, trained().output, why)

    def test_from_keras_measures_what_it_was_compiled_for(self, attempt, tmp_path):
        path = tmp_path / "model.keras"
        path.write_bytes(trained().file)
        loaded = self.load(attempt, path)

        updates_of("what is loaded from model.keras", loaded)
        why = "a .keras file holds loss and metrics: do not compile anew"
        with expect.works("evaluate fails on what is loaded from model.keras", why):
            results = loaded.evaluate(X, Y, batch_size=BATCH, verbose=0, return_dict=True)
        expected = trained().results
        assert results.keys() == expected.keys(), f"evaluate gives {[*results]}, expected {[*expected]} — {why}"
        for name, value in expected.items():
            expect.close(f"the {name} of what is loaded", results[name], value, why)

    def test_from_keras_trains_on_as_if_nothing_had_been(self, attempt, tmp_path):
        path = tmp_path / "model.keras"
        path.write_bytes(trained().file)
        loaded = self.load(attempt, path)

        updates = updates_of("what is loaded from model.keras", loaded)
        why = "a .keras file holds the optimizer with its state: do not compile anew"
        assert updates == 2, f"the optimizer of what is loaded has made {updates} updates, expected 2 — {why}"
        with expect.works("fit fails on what is loaded from model.keras", why):
            train(loaded)
        got = laid_out("what is loaded", loaded)
        expect.close("the vector of all weights, one more epoch after loading,", got, trained().weights[5], why)

    @each_bad_file
    @each_format
    def test_refuses_what_is_no_model(self, attempt, tmp_path, ending, bad):
        path, load = tmp_path / f"model{ending}", attempt.load_model
        good, other = (trained().file, trained().h5)[:: 1 if ending == ".keras" else -1]

        claim_bad_file(lambda: load(str(path)), path, bad, good, other)


class TestSaveWeights:
    @each_model
    def test_file_holds_all_weights(self, attempt, tmp_path, make, as_given):
        model, other, path = make(), make(), tmp_path / "model.v2.weights.h5"
        model.set_weights([weight + 1.0 for weight in model.get_weights()])
        expected = laid_out("the model", model)
        attempt.save_weights(model, as_given(path))

        expect.file(path)
        why = "a .weights.h5 file holds all weights, not only the trained ones, as save_weights of a model writes them"
        with expect.works(f"{path.name} does not load into a model of the same architecture", why):
            other.load_weights(path)
        expect.close(f"the vector of all weights in {path.name}", laid_out("it", other), expected, why)

    def test_replaces_an_older_file(self, attempt, tmp_path):
        path, model, other = tmp_path / "model.weights.h5", branches(), branches()
        path.write_bytes(written(chain(), ".weights.h5"))
        other.set_weights([0 * weight for weight in other.get_weights()])
        attempt.save_weights(model, path)

        why = "an older file of that name is replaced"
        with expect.works(f"{path.name} does not load where an older file was", why):
            other.load_weights(path)
        expect.close(
            f"the vector of all weights in {path.name}", laid_out("it", other), laid_out("the model", model), why
        )


def compiled(model):
    compile_as_no_other(model)
    return model


class TestLoadWeights:
    def write(self, attempt, make, path, model=None):
        """Write a file of weights by the attempt's own function if that is right; so this step stands alone."""
        model = model or make()
        try:
            attempt.save_weights(model, path)
            other = make()
            other.load_weights(path)
            right = np.array_equal(laid_out("it", other), laid_out("it", model))
        except Exception:
            right = False
        if not right:
            path.write_bytes(written(model, ".weights.h5"))
        return laid_out("the model", model)

    def claim_loaded(self, attempt, model, path, expected, as_given=str):
        model.set_weights([0.5 * weight for weight in model.get_weights()])
        with expect.works(
            f"loading {path.name} fails", "it holds the weights of a model of the very same architecture"
        ):
            attempt.load_weights(model, as_given(path))

        why = "all weights of the model in hand, also those that are not trained, become those of the file"
        expect.close("the vector of all weights of the model in hand", laid_out("it", model), expected, why)

    @each_model
    def test_sets_all_weights(self, attempt, tmp_path, make, as_given):
        path = tmp_path / "model.weights.h5"
        expected = self.write(attempt, make, path)

        self.claim_loaded(attempt, make(), path, expected, as_given)

    @pytest.mark.parametrize(
        ("source", "target"),
        [
            pytest.param(lambda: restored(trained().file), chain, id="of a trained model into one not compiled"),
            pytest.param(chain, lambda: restored(trained().file), id="of a model not compiled into a trained one"),
            pytest.param(lambda: restored(trained().file), lambda: compiled(chain()), id="both compiled"),
        ],
    )
    def test_does_not_mind_who_is_compiled(self, attempt, tmp_path, source, target):
        path = tmp_path / "model.weights.h5"
        expected = self.write(attempt, chain, path, source())

        self.claim_loaded(attempt, target(), path, expected)

    def test_leaves_no_file_behind(self, attempt, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        path = tmp_path / "model.weights.h5"
        expected = self.write(attempt, chain, path)
        before = {*tmp_path.iterdir()}
        self.claim_loaded(attempt, chain(), path, expected)

        left = sorted(file.name for file in {*tmp_path.iterdir()} - before)
        assert not left, (
            f"after loading {path.name} there is a file {left[0]} that nobody asked for — what is written only to be "
            "compared goes into a tempfile.TemporaryDirectory, and with it"
        )

    @pytest.mark.parametrize(
        ("here", "saved"),
        [
            pytest.param(chain, lambda: chain(units=4), id="a wider last layer"),
            pytest.param(
                lambda: chain(layers.LayerNormalization()),
                lambda: chain(layers.GroupNormalization(1)),
                id="a layer of another kind whose weights have the same shapes",
            ),
            pytest.param(lambda: chain(layers.Dense(3)), lambda: chain(layers.ReLU()), id="a layer too few"),
            pytest.param(chain, lambda: chain(layers.BatchNormalization(), layers.Dense(3)), id="a layer too many"),
            pytest.param(
                lambda: chain(layers.Dense(3)),
                lambda: chain(layers.Dense(3), layers.BatchNormalization()),
                id="a batch normalization too many",
            ),
            pytest.param(branches, lambda: branches(layers.Dense(3)), id="a layer too many in the model inside"),
        ],
    )
    def test_refuses_another_architecture(self, attempt, tmp_path, request, here, saved):
        model, path, load = here(), tmp_path / "model.weights.h5", attempt.load_weights
        self.write(attempt, saved, path)
        model.set_weights([0.5 * weight for weight in model.get_weights()])
        before = laid_out("the model", model)
        case = f"a file with {request.node.callspec.id}, compared with the model in hand,"

        why = "compare what is in the file with what the model has, in both directions"
        claim_error(case, lambda: load(model, str(path)), why)
        changed = int((before != laid_out("the model", model)).sum())
        assert not changed, (
            f"{case} is refused, but {changed} of {before.size} numbers in the model's weights have changed — compare "
            "first: nothing is loaded by halves"
        )

    @each_bad_file
    def test_refuses_what_holds_no_weights(self, attempt, tmp_path, bad):
        model, path, load = chain(), tmp_path / "model.weights.h5", attempt.load_weights
        before = laid_out("the model", model)

        claim_bad_file(lambda: load(model, str(path)), path, bad, written(chain(), ".weights.h5"), trained().file)
        assert (laid_out("the model", model) == before).all(), f"{bad} changes the weights of the model in hand"

    def test_refuses_a_whole_model_under_the_name_of_weights(self, attempt, tmp_path):
        model, path, load = chain(), tmp_path / "model.weights.h5", attempt.load_weights
        before = laid_out("the model", model)
        path.write_bytes(trained().h5)

        why = "it is HDF5 too, but laid out in another way: nothing of it fits"
        claim_error("a whole model in .h5, renamed to model.weights.h5,", lambda: load(model, str(path)), why)
        assert (laid_out("the model", model) == before).all(), "it changes the weights of the model in hand"


def claim_architecture(what, got, model):
    """Claim that a model computes what another does when it is given its weights."""
    got = expect.model(what, got)
    shapes, expected = ([tuple(weight.shape) for weight in each.weights] for each in (got, model))
    assert shapes == expected, (
        f"{what} has weights of shapes {shapes}, expected {expected} — the config tells the architecture, all of it"
    )
    got.set_weights(model.get_weights())
    why = "with the same weights the same architecture gives the same output"
    claim_output(f"{what}, given the weights of the saved one,", got, expect.array("the output", model(X)), why)
    penalty, expected = (expect.number("a penalty", sum(each.losses)) for each in (got, model))
    expect.close(
        f"the penalty of {what}, given those weights,", penalty, expected, "regularizers are in the config too"
    )


def json_in(path):
    """Return what a file holds as JSON."""
    expect.file(path)
    with expect.works(f"{path.name} is no JSON", "text that json.loads can read, and nothing else"):
        return json.loads(path.read_bytes())


class TestSaveConfig:
    @each_model
    def test_file_holds_the_architecture_as_json(self, attempt, tmp_path, make, as_given):
        model, path = make(), tmp_path / "model.json"
        attempt.save_config(model, as_given(path))

        json_in(path)
        try:
            loaded = keras.models.model_from_json(path.read_text(encoding="utf-8"))
        except Exception:
            loaded = None
        if not isinstance(loaded, keras.Model):
            # How the JSON says it is free: its own reader may know.
            loaded = attempt.load_config(str(path))
        claim_architecture(f"what {path.name} holds", loaded, model)

    def test_file_holds_no_weights(self, attempt, tmp_path):
        model, path = chain(), tmp_path / "model.json"
        attempt.save_config(model, str(path))
        before = json_in(path)
        model.set_weights([weight + 1.0 for weight in model.get_weights()])
        attempt.save_config(model, str(path))

        assert json_in(path) == before, (
            f"{path.name} is another when only weights have changed — a config is architecture alone"
        )


class TestLoadConfig:
    def write(self, attempt, model, path):
        """Write a config with the attempt's own function if that works, so that this step stands alone."""
        try:
            attempt.save_config(model, str(path))
            json.loads(path.read_bytes())
        except Exception:
            path.write_text(model.to_json(), encoding="utf-8")

    def load(self, attempt, path, as_given=str):
        why = "what the model was, a chain or a graph, stands in its config too"
        with expect.works("loading the config fails", why):
            loaded = attempt.load_config(as_given(path))
        return expect.model("what is loaded from the config", loaded)

    @each_model
    def test_is_the_same_architecture(self, attempt, tmp_path, make, as_given):
        model, path = make(), tmp_path / "model.json"
        self.write(attempt, model, path)

        loaded = self.load(attempt, path, as_given)
        claim_architecture("what is loaded from the config", loaded, model)

    def test_draws_fresh_weights(self, attempt, tmp_path):
        model, path = chain(), tmp_path / "model.json"
        self.write(attempt, model, path)
        first, second = self.load(attempt, path), self.load(attempt, path)

        saved = expect.array("a kernel", model.weights[0])
        kernels = [
            expect.array("a kernel", each.weights[0], saved.shape, "as in the saved model") for each in (first, second)
        ]
        why = "a config has no weights: the initializers draw new ones"
        for kernel in kernels:
            assert expect.differs(saved, kernel), (
                f"the first kernel after loading a config is the saved model's — {why}"
            )
        assert expect.differs(*kernels), f"two models of one config have the same first kernel — {why} for each"

    @each_bad_file
    def test_refuses_what_is_no_config(self, attempt, tmp_path, bad):
        path, load = tmp_path / "model.json", attempt.load_config

        claim_bad_file(lambda: load(str(path)), path, bad, chain().to_json().encode(), trained().file)


CONFIG = "get_config returns the arguments of __init__, all and only them; __init__ hands **kwargs to super()"
SYMBOLIC = "Keras calls a layer before there are values: keras.ops, no NumPy and no Python `if` on a tensor"


def blended(alpha, x):
    return alpha * x + (1 - alpha) * np.stack([x[..., i] for i in range(x.shape[-1])]).mean(0)[..., None]


class TestBlend:
    @pytest.mark.parametrize(
        ("alpha", "shape"),
        [
            pytest.param(0.25, (8, 5), id="0.25, two axes"),
            pytest.param(0.75, (8, 4, 3), id="0.75, three axes"),
            pytest.param(0.0, (2, 3, 4, 5), id="0, four axes"),
            pytest.param(1.0, (8, 5), id="1"),
            pytest.param(-0.5, (8, 5), id="below 0"),
        ],
    )
    def test_blends_each_sample_with_the_mean_of_its_features(self, attempt, alpha, shape):
        layer, x = expect.layer("the result", attempt.Blend(alpha)), normal(*shape)
        what = f"the output for {shape} at alpha {alpha}"
        got = expect.output(what, layer, x, shape, "the mean keeps its axis, keepdims=True, so that it can be added")

        def mistaken(mean, alpha=alpha):
            return alpha * x + (1 - alpha) * mean

        readings = {
            "alpha is the share of the input, 1 - alpha that of the mean": blended(1 - alpha, x),
            "the mean is over the last axis, not over the samples": mistaken(x.mean(0)),
            "the mean is over the last axis alone, not over all": mistaken(x.mean()),
            "each sample has many means, one for each place before the last axis": mistaken(
                x.mean(tuple(range(1, x.ndim)), keepdims=True)
            ),
            "the mean, not the sum": mistaken(x.sum(-1, keepdims=True)),
            "the mean has a share too: 1 - alpha": alpha * x,
        }
        why = expect.meaning(got, readings, "alpha * x + (1 - alpha) * mean of x over the last axis")
        expect.close(what, got, blended(alpha, x), why)

    def test_serves_any_length_in_a_model(self, attempt):
        layer, inputs, x = expect.layer("the result", attempt.Blend(0.25)), keras.Input((None, 5)), normal(8, 4, 5)
        with expect.works("a call on keras.Input((None, 5)) fails", SYMBOLIC):
            outputs = layer(inputs)
        assert isinstance(outputs, keras.KerasTensor), (
            f"a call on keras.Input((None, 5)) gives {expect.kind(outputs)}, expected a symbolic tensor — {SYMBOLIC}"
        )
        model = keras.Model(inputs, outputs)

        assert model.output_shape == (None, None, 5), (
            f"for keras.Input((None, 5)) the output has shape {model.output_shape}, expected (None, None, 5)"
        )
        with expect.works("predict fails on a model of the layer", SYMBOLIC):
            got = model.predict(x, verbose=0)
        expect.close("what predict gives at alpha 0.25", got, blended(0.25, x), "the same as a call")

    def test_comes_back_from_its_config(self, attempt):
        layer, x = expect.layer("the result", attempt.Blend(0.25)), normal(8, 5)
        with expect.works("from_config(get_config()) fails", CONFIG):
            copy = type(layer).from_config(layer.get_config())

        got = expect.output("the output of from_config(get_config())", expect.layer("the copy", copy), x, x.shape)
        expect.close("the output of from_config(get_config())", got, blended(0.25, x), "alpha belongs into get_config")

    def test_loads_where_nothing_but_the_module_is_imported(self, attempt, tmp_path):
        first, second = (expect.layer("the result", attempt.Blend(alpha)) for alpha in (0.25, -2.0))
        path, inputs, x = tmp_path / "model.keras", keras.Input((5,)), normal(8, 5)
        with expect.works("a model with two of these layers cannot be saved", CONFIG):
            keras.Model(inputs, second(first(inputs))).save(path)
        attempt.fresh()
        with expect.works("a model with two of these layers does not load", f"register the class with Keras; {CONFIG}"):
            loaded = keras.saving.load_model(path)

        got = expect.output("the output after loading", loaded, x, x.shape)
        why = "each layer brings its own alpha along, in get_config"
        expect.close("the output of alpha 0.25 and alpha -2 after loading", got, blended(-2.0, blended(0.25, x)), why)


class TestResume:
    def test_ends_as_without_the_break(self, attempt, tmp_path):
        path = tmp_path / "model.keras"
        path.write_bytes(trained().file)
        attempt.fresh().resume(str(path), X, Y, BATCH, 2)
        loaded = loaded_by_keras(path)

        updates = updates_of("the model in the file", loaded)
        readings = {
            2: "the file is as it was: train, and save back to the same path",
            4: "batch_size must reach fit",
            5: "`epochs` more are trained, whatever was before",
            6: "a fresh optimizer begins at 0: do not compile anew",
        }
        why = readings.get(updates, "the optimizer goes on where it stopped, for `epochs` more, one update a batch")
        said = "after 2 updates, 12 samples with batch_size 4 and 2 more epochs"
        assert updates == 8, f"{said} the optimizer in the file counts {updates} updates, expected 8 — {why}"
        why = "the samples come in order, shuffle=False, and the optimizer has the state it had, momenta too"
        got = laid_out("the model in the file", loaded)
        expect.close(f"{said} the vector of all weights in the file", got, trained().weights[8], why)
        for got, expected in zip(loaded.optimizer.variables, trained().optimizer, strict=True):
            expect.close(f"{said} the optimizer's {got.name}", got, expected, why)

    def test_goes_on_from_where_it_went_on_before(self, attempt, tmp_path):
        path = tmp_path / "model.keras"
        path.write_bytes(trained().file)
        attempt.resume(str(path), X, Y, BATCH, 2)
        attempt.resume(str(path), X, Y, BATCH, 1)

        updates = updates_of("the model in the file", loaded_by_keras(path))
        why = "`epochs` more are trained, however many there were before"
        said = "after 2 updates and two resumptions, of 2 epochs and of 1, 3 batches each,"
        assert updates == 11, f"{said} the optimizer in the file counts {updates} updates, expected 11 — {why}"

    def test_leaves_the_file_alone_where_training_fails(self, attempt, tmp_path):
        path, resume = tmp_path / "model.keras", attempt.resume
        path.write_bytes(trained().file)

        claim_error("x of 3 features for a model of 4", lambda: resume(path, X[:, :3], Y, BATCH, 1), "fit refuses it")
        expect.file(path)
        assert path.read_bytes() == trained().file, (
            "the file is another after a training that failed — save when it is over, not before"
        )

    @each_bad_file
    def test_refuses_what_is_no_model(self, attempt, tmp_path, bad):
        path, resume = tmp_path / "model.keras", attempt.resume

        claim_bad_file(lambda: resume(str(path), X, Y, BATCH, 1), path, bad, trained().file, trained().h5)


MARK = "KATA_18_CODE_RAN"


def leave_a_mark():
    """Return a lambda that does no harm; where it runs, it leaves a mark in the environment."""
    return lambda *given: (__import__("os").environ.update(KATA_18_CODE_RAN="yes"), given[0])[1]


@cache
def file_with_code(place, ending):
    """Return the bytes of a file with a Lambda layer of a lambda."""
    code = layers.Lambda(leave_a_mark())
    content = written(branches(code) if place == "inside" else chain(code), ending)
    return zipped_anew(content) if place == "compressed" else content


def zipped_anew(content):
    """Return the bytes of a zip archive with the same members, compressed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return packed.getvalue()


class TestLoadUntrusted:
    def claim_loads(self, attempt, path, what, expected, why):
        with expect.works(f"{what} is refused", why):
            loaded = expect.model(f"what is loaded from {what}", attempt.load_untrusted(str(path)))
        claim_output(f"what is loaded from {what}", loaded, expected, why)

    @pytest.mark.parametrize(
        ("ending", "switch"),
        [
            pytest.param(".keras", "safe", id=".keras"),
            pytest.param(".h5", "safe", id=".h5"),
            pytest.param(".keras", "unsafe", id="unsafe files allowed"),
        ],
    )
    def test_loads_a_plain_model(self, attempt, tmp_path, ending, switch):
        path = tmp_path / f"model{ending}"
        path.write_bytes(trained().file if ending == ".keras" else trained().h5)
        if switch == "unsafe":
            keras.config.enable_unsafe_deserialization()

        why = "there is no code in it, only layers of Keras and numbers"
        self.claim_loads(attempt, path, f"a plain {ending} file", trained().output, why)

    @each_format
    def test_does_not_judge_by_a_name(self, attempt, tmp_path, ending):
        model, path = chain(layers.Dense(3, name="lambda_head")), tmp_path / f"model{ending}"
        path.write_bytes(written(model, ending))

        why = "what counts is what a layer is, not what it is called"
        what = f"a {ending} file with a Dense called lambda_head"
        self.claim_loads(attempt, path, what, expect.array("the output", model(X)), why)

    @pytest.mark.parametrize(
        ("ending", "place", "switch"),
        [
            pytest.param(".keras", "outside", "safe", id=".keras"),
            pytest.param(".h5", "outside", "safe", id=".h5"),
            pytest.param(".keras", "outside", "unsafe", id=".keras, unsafe files allowed"),
            pytest.param(".h5", "inside", "unsafe", id=".h5, unsafe files allowed, in a model inside"),
            pytest.param(".keras", "inside", "unsafe", id=".keras, unsafe files allowed, in a model inside"),
            pytest.param(".keras", "compressed", "unsafe", id=".keras, unsafe files allowed, zipped anew"),
        ],
    )
    def test_refuses_code_and_runs_none(self, attempt, tmp_path, ending, place, switch):
        path, load = tmp_path / f"model{ending}", attempt.load_untrusted
        path.write_bytes(file_with_code(place, ending))
        os.environ.pop(MARK, None)
        if switch == "unsafe":
            keras.config.enable_unsafe_deserialization()

        where = {"outside": "", "inside": " in a model inside", "compressed": ", its zip archive compressed"}[place]
        what = f"a {ending} file with the lambda of a Lambda layer{where}"
        why = "a lambda is somebody's code, and safe_mode=True is what refuses it"
        if switch == "unsafe":
            what += ", after enable_unsafe_deserialization(),"
            why = "that switch may beat safe_mode=True: turn it, or look into the config yourself before Keras does"
        claim_error(what, lambda: load(str(path)), why)
        assert MARK not in os.environ, (
            f"{what} is refused, but its code has run by then — it runs while Keras builds the model: look first"
        )

    def test_never_compiles_with_a_lambda(self, attempt, tmp_path):
        path, load, model = tmp_path / "model.keras", attempt.load_untrusted, chain()
        model.compile(optimizer="sgd", loss=leave_a_mark())
        path.write_bytes(written(model, ".keras"))
        keras.config.enable_unsafe_deserialization()

        error, loaded = expect.error_of(lambda: load(path))
        if error is None:
            # Its layers are plain: without the loss there is nothing to fear either.
            loaded = expect.model("what is loaded from a file whose loss is a lambda", loaded)
            assert not loaded.compiled, (
                "a file whose loss is a lambda comes back compiled with it — the next fit or evaluate runs that code"
            )

    def test_leaves_the_guard_of_keras_up(self, attempt, tmp_path):
        path, code = tmp_path / "model.keras", tmp_path / "code.keras"
        path.write_bytes(trained().file)
        code.write_bytes(file_with_code("outside", ".keras"))
        attempt.load_untrusted(path)

        why = "what a call changes in Keras's settings it puts back"
        what = "after a call, keras.saving.load_model of a file with a lambda"
        claim_error(what, lambda: keras.saving.load_model(code), why)

    @each_bad_file
    @each_format
    def test_refuses_what_is_no_model(self, attempt, tmp_path, ending, bad):
        path, load = tmp_path / f"model{ending}", attempt.load_untrusted
        good, other = (trained().file, trained().h5)[:: 1 if ending == ".keras" else -1]

        claim_bad_file(lambda: load(str(path)), path, bad, good, other)
