"""Kata 01: what the four functions tell, compute, extract and train, on whichever backend runs, however they do it."""

import keras
import numpy as np
import pytest
from keras import ops

from dojo import expect
from dojo.inputs import normal

BACKENDS = ("jax", "torch", "tensorflow")


class TestBackendName:
    WHY = "ask Keras: it alone knows which backend it has loaded"

    def name(self, attempt):
        name = attempt.backend_name()
        assert isinstance(name, str), f"the result is {expect.kind(name)}, expected a string — {self.WHY}"
        return name

    def test_is_the_backend_that_runs(self, attempt):
        name = self.name(attempt)

        assert name == keras.config.backend(), (
            f"it says {name!r}, Keras runs on {keras.config.backend()!r} — {self.WHY}"
        )

    @pytest.mark.parametrize("wish", ["openvino", None], ids=["another name", "no name"])
    def test_does_not_depend_on_the_environment(self, attempt, monkeypatch, wish):
        running = keras.config.backend()
        if wish:
            monkeypatch.setenv("KERAS_BACKEND", wish)
        else:
            monkeypatch.delenv("KERAS_BACKEND", raising=False)
        try:
            name = self.name(attempt)
        except KeyError as error:
            raise AssertionError(f"KERAS_BACKEND may be unset, and then there is no {error} — {self.WHY}") from error

        assert name == running, (
            f"with KERAS_BACKEND {f'set to {wish!r}' if wish else 'unset'} after the import it says {name!r}, Keras "
            f"still runs on {running!r} — the variable is a wish, read once; {self.WHY}"
        )

    @pytest.mark.parametrize("backend", BACKENDS)
    def test_says_what_keras_says(self, attempt, monkeypatch, backend):
        # What keras.config.backend() returns, under whichever name it was imported.
        monkeypatch.setattr("keras.src.backend.config._BACKEND", backend)
        name = self.name(attempt)
        if name != backend:
            # Asked once, while the file is imported, is asked.
            name = self.name(attempt.fresh())

        assert name == backend, f"where Keras names {backend!r} as its backend it says {name!r} — {self.WHY}"


def softmax(logits):
    """Return the softmax over the last axis, one entry at a time: 1 / sum(exp(all the others minus this one))."""
    logits = np.asarray(logits, "float64")
    with np.errstate(over="ignore"):
        return 1 / np.exp(logits[..., None, :] - logits[..., :, None]).sum(-1)


class TestStableSoftmax:
    def result(self, attempt, logits):
        """Return what an attempt makes of logits."""
        with expect.takes(f"{expect.kind(logits)} of logits"):
            return attempt.stable_softmax(logits)

    @pytest.mark.parametrize("shape", [(5,), (6, 4), (2, 3, 4)], ids=["one row", "a batch", "a batch of sequences"])
    def test_is_the_softmax_over_the_last_axis(self, attempt, shape):
        logits = 2 * normal(*shape)
        got = self.result(attempt, ops.convert_to_tensor(logits))

        why = "exp of each, divided by the sum of those along the last axis, which keepdims leaves in place"
        expect.close(f"the result for logits {shape}", got, softmax(logits), why)

    @pytest.mark.parametrize(
        "logits",
        [
            pytest.param([1000.0, 999.0, 998.0], id="far up"),
            pytest.param([-1000.0, -1001.0, -1002.0], id="far down"),
            pytest.param([1000.0, 0.0, -1000.0], id="far apart"),
            pytest.param([[1000.0, 999.0], [-1000.0, -1001.0], [0.0, 3.0]], id="rows far apart"),
        ],
    )
    def test_is_right_for_logits_of_a_thousand(self, attempt, logits):
        got = self.result(attempt, ops.convert_to_tensor(logits))

        why = (
            "exp(1000) overflows, exp(-1000) is 0, only differences within a row count: take each row's largest logit "
            "off the row first"
        )
        expect.close(f"the result for {logits}", got, softmax(logits), why)

    def test_takes_arrays(self, attempt):
        logits = normal(6, 4)
        got = self.result(attempt, logits)

        expect.close("the result for a NumPy array", got, softmax(logits), "an array is as good as a tensor")

    def test_runs_inside_a_compiled_model(self, attempt):
        logits = normal(6, 4)
        self.result(attempt, logits)

        def predict(x):
            compute = keras.layers.Lambda(lambda tensor: attempt.stable_softmax(tensor))
            return keras.Sequential([keras.Input((4,)), compute]).predict(x, verbose=0)

        what, why = "the output of a model that ends in it", "only keras.ops can compute while a model is compiled"
        got = expect.output(what, predict, logits, (6, 4), why)
        expect.close(what, got, softmax(logits), why)

    def test_takes_symbolic_tensors(self, attempt):
        logits = normal(6, 4)
        self.result(attempt, logits)

        def predict(x):
            inputs = keras.Input(batch_shape=x.shape)
            return keras.Model(inputs, attempt.stable_softmax(inputs)).predict(x, verbose=0)

        what = "the output of a functional model that ends in it"
        why = (
            "only keras.ops can compute with a shape that has no values yet, NumPy and a backend's own functions cannot"
        )
        got = expect.output(what, predict, logits, (6, 4), why)
        expect.close(what, got, softmax(logits), why)


KINDS = ("vectors", "images", "sequences")
WHY_SHAPE = {
    "vectors": "a dense layer makes `units` out of the last axis",
    "images": "pool over height and width until one row an image is left, `units` long",
    "sequences": "a recurrent layer returns its last output; only return_sequences=True keeps the axis of time",
}
# One shape for nearly all tests: what has been compiled for one serves the others.
SAMPLES, UNITS = 17, 32


def batch_of(**rows):
    """Return vectors, images and sequences; the last sample given of a kind is repeated to fill the batch."""
    shapes = {"vectors": (5,), "images": (8, 8, 2), "sequences": (6, 3)}
    inputs = []
    for kind in KINDS:
        given = np.stack(rows.get(kind, [normal(*shapes[kind])]))
        inputs.append(given[np.minimum(np.arange(SAMPLES), len(given) - 1)].astype("float32"))
    return inputs


def features(attempt, inputs, units=UNITS):
    """Return the three outputs of an attempt as float64 arrays."""
    parts = expect.parts(
        "the result", attempt.extract_features(*inputs, units), 3, "of the vectors, of the images, of the sequences"
    )
    outputs = []
    for kind, part in zip(KINDS, parts, strict=True):
        what = f"features of {kind} {np.shape(inputs[KINDS.index(kind)])}"
        expect.array(what, part, (len(inputs[0]), units), WHY_SHAPE[kind])
        outputs.append(expect.finite(what, part, "nothing here divides or overflows").astype("float64"))
    return outputs


def alike(output, row, other):
    """Whether two rows of an output are equal but for rounding."""
    return np.abs(output[row] - output[other]).max() <= 1e-4 * np.abs(output).max()


class TestExtractFeatures:
    @pytest.mark.parametrize(
        ("n", "vector", "image", "sequence", "units"),
        [
            pytest.param(SAMPLES, (5,), (8, 8, 2), (6, 3), UNITS, id="a batch"),
            pytest.param(1, (7,), (12, 9, 3), (4, 1), 1, id="a batch of one, one unit"),
        ],
    )
    def test_gives_a_row_of_units_for_each_sample(self, attempt, n, vector, image, sequence, units):
        inputs = [normal(n, *shape) for shape in (vector, image, sequence)]

        features(attempt, inputs, units)

    def test_takes_tensors(self, attempt):
        features(attempt, [ops.convert_to_tensor(part) for part in batch_of()])

    @pytest.mark.parametrize("kind", KINDS)
    def test_makes_each_of_its_own_input(self, attempt, kind):
        # Row 0 is the sample, rows 1 to 3 have one other part each, the rest is row 0 again.
        inputs = batch_of()
        for row, part in enumerate(inputs, start=1):
            part[row] = normal(*part.shape[1:], seed=row)
        own = KINDS.index(kind) + 1
        output = features(attempt, inputs)[own - 1]

        assert not alike(output, 0, own), (
            f"the features of the {kind} stay the same whatever the {kind} hold — each output comes from its own "
            "input, in the order of the arguments"
        )
        others = [row for row in range(1, SAMPLES) if row != own and not alike(output, 0, row)]
        assert not others, (
            f"of two samples with the same {kind} the features of the {kind} differ — each output comes from its own "
            "input, in the order of the arguments, and from its own sample, not from the others of the batch"
        )

    @pytest.mark.parametrize("kind", KINDS)
    def test_makes_each_unit_another_feature(self, attempt, kind):
        inputs = [normal(*part.shape, seed=1) for part in batch_of()]
        output = features(attempt, inputs)[KINDS.index(kind)]

        spread = np.ptp(output, axis=1).max()
        assert spread > 1e-4 * np.abs(output).max(), f"all {UNITS} features of the {kind} are the same number"

    def test_weighs_each_number_of_a_vector_by_itself(self, attempt):
        vector = normal(5)
        changed = [vector + 2 * np.eye(5)[place] for place in range(5)]
        output, _, _ = features(attempt, batch_of(vectors=[vector, *changed, vector[[1, 0, 2, 3, 4]], vector[::-1]]))

        deaf = [place for place in range(5) if alike(output, 0, place + 1)]
        assert not deaf, f"the features stay the same when number {deaf[0]} of 5 in a vector changes — a dense layer"
        assert not alike(output, 0, 6), (
            "the features of a vector stay the same when two of its numbers trade places — a dense layer has a weight "
            "for each"
        )

    def test_sees_neighbourhoods_of_pixels(self, attempt):
        images = normal(4, 8, 8, 2)
        # The same order for all channels: pixels move, they do not change.
        order = np.random.default_rng(0).permutation(64)
        shuffled = images.reshape(4, 64, 2)[:, order].reshape(images.shape)
        _, output, _ = features(attempt, batch_of(images=[*images, *shuffled]))

        blind = [row for row in range(4) if alike(output, row, row + 4)]
        assert not blind, (
            "the features of an image stay the same when its pixels are shuffled — a convolution with a kernel larger "
            "than 1 × 1 sees what stands next to what, if the pooling comes after it"
        )

    def test_treats_pixels_alike_by_convolution(self, attempt):
        places = [(row, column) for row in (2, 3) for column in range(8)]
        images = np.zeros((1 + len(places), 8, 8, 2))
        for index, (row, column) in enumerate(places, start=1):
            images[index, row, column] = 1
        output = np.hstack([features(attempt, batch_of(images=images))[1] for _ in range(4)])

        # How each lone bright pixel moves 4 * 32 features, and how alike two pixels' moves are. Where each has weights
        # of its own no pair stands out: the closest is at most 0.7, at most 0.35 above the middle one. Where places
        # share a kernel and are pooled some pair is closer than 0.8, or at least 0.6 above the middle one.
        moves = output[1:] - output[0]
        moves -= moves.mean(axis=1, keepdims=True)
        moves /= np.maximum(np.linalg.norm(moves, axis=1, keepdims=True), 1e-30)
        alikeness = (moves @ moves.T)[np.triu_indices(len(moves), k=1)]
        closest, middle = alikeness.max(), np.median(alikeness)
        assert closest > 0.75 or closest - middle > 0.45, (
            "each pixel of an image has weights of its own, as in a dense layer on a flattened image — in a "
            "convolution all places share one small kernel, and pooling puts neighbouring places together"
        )

    def test_follows_the_order_in_time(self, attempt):
        sequence = normal(6, 3)
        orders = {
            "the whole sequence runs backwards": [5, 4, 3, 2, 1, 0],
            "the first two steps trade places": [1, 0, 2, 3, 4, 5],
            "two steps in the middle trade places": [0, 1, 3, 2, 4, 5],
            "the last two steps trade places": [0, 1, 2, 3, 5, 4],
        }
        rows = [sequence, *(sequence[order] for order in orders.values())]
        _, _, output = features(attempt, batch_of(sequences=rows))

        deaf = [name for row, name in enumerate(orders, start=1) if alike(output, 0, row)]
        assert not deaf, (
            f"the features of a sequence stay the same when {deaf[0]} — a recurrent layer reads every step, one after "
            "the other; a mean over time forgets their order"
        )

    def test_makes_its_layers_anew_on_each_call(self, attempt, monkeypatch):
        inputs = batch_of()
        first = features(attempt, inputs)
        made, make = [], keras.Variable.__init__

        def make_and_count(variable, *args, **kwargs):
            made.append(variable)
            make(variable, *args, **kwargs)

        monkeypatch.setattr(keras.Variable, "__init__", make_and_count)
        second = features(attempt, inputs)

        # Other features or new weights: either will do, for a fixed seed gives new weights the old values.
        again = [kind for kind, a, b in zip(KINDS, first, second, strict=True) if np.allclose(a, b)]
        assert made or not again, (
            f"a second call gives the same features of the {again[0]} again: it uses the weights of the first — make "
            "the layers inside the function"
        )


class TestFirstModel:
    def trained(self, attempt, x, y):
        """Return the model, the accuracy, and the share of the samples that the model gets right."""
        model, accuracy = expect.parts(
            "the result", attempt.first_model(x, y), 2, "the trained model, then its accuracy"
        )
        model = expect.model("the first of the two", model)
        kind = expect.kind(accuracy)
        assert isinstance(accuracy, (float, np.floating)), (
            f"the accuracy is {kind}, expected a float — of the numbers of evaluate the loss comes first, then each "
            "metric; float() makes one of a tensor"
        )
        return model, accuracy, self.share(model, x, y)

    def share(self, model, x, y):
        """Return the share of samples whose highest score is that of their label."""

        def predict(x):
            return model.predict(x, verbose=0)

        what, why = f"the prediction for {len(x)} samples", "for each sample a row of scores, one for each digit"
        scores = expect.output(what, predict, x, (len(x), None), why)
        return (expect.finite(what, scores, "the training went astray").argmax(axis=-1) == y).mean()

    def claim_accuracy(self, accuracy, share, n):
        """Claim that the accuracy is the share of hits among n samples, but for a tie or two."""
        assert 0 <= accuracy <= 1, f"the accuracy is {accuracy:.4g}, expected a share from 0 to 1, not a percentage"
        assert abs(accuracy - share) <= 1.5 / n, (
            f"the accuracy is {accuracy:.4f}, but the model gets {share:.4f} of the samples right — give the "
            "metric, not the loss, that evaluate finds for all of x and y after training; fit's is a mean on the way"
        )

    def test_learns_the_digits(self, attempt, digits):
        model, accuracy, share = self.trained(attempt, digits.x_train, digits.y_train)

        assert share >= 0.9, (
            f"the model gets {share:.2f} of its training digits right, expected at least 0.90 — does the loss fit "
            "integer labels (sparse) and the last layer (ten units, softmax or logits)? Are there epochs enough?"
        )
        others = self.share(model, digits.x_test, digits.y_test)
        assert others >= 0.7, (
            f"of digits that it was not trained on the model gets {others:.2f} right, of its own {share:.2f} — it must "
            "have learned what digits look like, not which row is which"
        )
        self.claim_accuracy(accuracy, share, len(digits.x_train))

    def test_tells_its_accuracy_after_the_training(self, attempt, digits):
        x, y = digits.x_train[:736].copy(), digits.y_train[:736].copy()
        # No model gets all of these right: 48 images occur twice, with another label.
        x[-48:], y[-48:] = x[:48], (y[:48] + 1) % 10
        _, accuracy, share = self.trained(attempt, x, y)

        self.claim_accuracy(accuracy, share, len(x))
