"""Kata 06: dropout is seen in what training mode does to outputs, never in a mask of a known seed."""

from itertools import pairwise

import keras
import numpy as np
import pytest
from keras import layers, ops

from dojo import expect
from dojo.by_hand import ACTIVATIONS, dense_chain
from dojo.inputs import normal
from dojo.weights import values_by_shape


def in_training(what, model, x, shape, why=""):
    """Return what a model or layer gives in training mode as an array."""
    return expect.output(what, lambda inputs: model(inputs, training=True), x, shape, why)


def set_weights(model, values):
    """Give each weight the value that stands for its shape, or zeros."""
    for weight in model.weights:
        shape = tuple(weight.shape)
        weight.assign(np.asarray(values.get(shape, np.zeros(shape)), "float32"))


def _cause(factors, keep_prob):
    """Return what usually multiplies surviving hidden values by these factors, where 1 / keep_prob is right."""
    one, rest = factors[0], factors[1:]
    if not np.allclose(rest, one, rtol=1e-3) or np.isclose(one, keep_prob**-2, rtol=1e-3):
        return "drop after the activation of the hidden layer and nowhere else: not the input, not the output"
    if np.isclose(one, 1.0, rtol=1e-3):
        return "what survives makes up for what is dropped, so that inference needs no change"
    return "Keras's rate is the fraction dropped, 1 - keep_prob"


class TestBuildDropoutNetwork:
    def build(self, attempt, n_features, units, activations, l2_strength=0.0, keep_prob=0.5):
        model = expect.model(
            "the result", attempt.build_dropout_network(n_features, units, activations, l2_strength, keep_prob)
        )
        kernels = sorted(tuple(weight.shape) for weight in model.weights if len(weight.shape) == 2)
        expected = sorted(pairwise((n_features, *units)))
        assert kernels == expected, (
            f"for {n_features} features and units {units} the kernels have shapes {kernels}, expected {expected} — a "
            "dense layer for each of `units`, the output's included"
        )
        return model

    @pytest.mark.parametrize(
        ("units", "activations"),
        [
            pytest.param((6, 5, 4, 3), ("tanh", "relu", "sigmoid", "softmax"), id="three hidden layers"),
            pytest.param((6, 5), ("sigmoid", "linear"), id="one hidden layer"),
            pytest.param((3,), ("tanh",), id="only an output"),
        ],
    )
    def test_drops_nothing_at_inference(self, attempt, units, activations):
        model = self.build(attempt, 7, units, activations)
        # All widths differ, so a shape names its weight.
        weights = {shape: normal(*shape) for shape in [*pairwise((7, *units)), *((width,) for width in units)]}
        set_weights(model, weights)
        x = normal(8, 7)
        expected = dense_chain(x, (7, *units), activations, values_by_shape(model))

        output = expect.output("the output of model(x)", model, x, expected.shape)
        again = expect.output("the output of model(x)", model, x, expected.shape)
        assert not expect.differs(output, again), "two calls of model(x) differ — outside training nothing is dropped"
        why = "layer by layer: activation(x @ kernel + bias), and outside training nothing is dropped or scaled"
        expect.close("the output of model(x)", output, expected, why)

    @pytest.mark.parametrize("l2_strength", [0.01, 0.25])
    def test_costs_the_squares_of_every_kernel_and_of_no_bias(self, attempt, l2_strength):
        model = self.build(attempt, 7, (6, 5, 4), ("relu", "tanh", "linear"), l2_strength)
        x = normal(8, 7)

        for shape in sorted({tuple(weight.shape) for weight in model.weights}, key=len, reverse=True):
            set_weights(model, {shape: np.full(shape, 3.0)})
            model(x)
            got = sum(expect.array("a loss of the model", loss).sum() for loss in model.losses)
            is_kernel = len(shape) == 2
            why = (
                "L2 is l2_strength * sum(kernel**2), on the kernel of every dense layer, the output's too"
                if is_kernel
                else "L2 belongs on kernels alone, a bias may be as large as it likes"
            )
            what = f"with l2_strength={l2_strength} the penalty of a {'kernel' if is_kernel else 'bias'} {shape} of 3s"
            expect.close(what, np.asarray(got), l2_strength * 9.0 * np.prod(shape) if is_kernel else 0.0, why)

    def one_hidden_layer(self, attempt, keep_prob):
        """Return a network whose output is its hidden layer, an input, and the hidden layer at inference."""
        model = self.build(attempt, 3, (5, 5), ("sigmoid", "linear"), keep_prob=keep_prob)
        kernel, x = normal(3, 5), normal(400, 3)
        set_weights(model, {(3, 5): kernel, (5, 5): np.eye(5)})
        return model, x, ACTIVATIONS["sigmoid"](x @ kernel)

    @pytest.mark.parametrize("keep_prob", [0.8, 0.25])
    def test_scales_what_survives_by_one_over_keep_prob(self, attempt, keep_prob):
        model, x, hidden = self.one_hidden_layer(attempt, keep_prob)

        factor = in_training("the output in training", model, x, (400, 5)) / hidden
        assert not np.allclose(factor, 1.0, rtol=1e-3), (
            "with one hidden layer, units (5, 5), training=True gives what model(x) gives — nothing is dropped after it"
        )
        kept = ~np.isclose(factor, 0.0, atol=1e-5)
        assert not kept.all(), (
            "model(x, training=True) holds no zero where its output is the hidden layer — dropout stands after the "
            "activation of a hidden layer: not before it, not on the input"
        )
        wrong = factor[kept & ~np.isclose(factor, 1 / keep_prob, rtol=1e-3)]
        assert not wrong.size, (
            f"with keep_prob={keep_prob} a hidden value is multiplied by {wrong[0]:.4g} in training, expected 0 or "
            f"1 / keep_prob = {1 / keep_prob:.4g} — {_cause(wrong, keep_prob)}"
        )

    @pytest.mark.parametrize("keep_prob", [0.8, 0.25])
    def test_keeps_the_fraction_keep_prob(self, attempt, keep_prob):
        model, x, _ = self.one_hidden_layer(attempt, keep_prob)

        kept = (np.abs(in_training("the output in training", model, x, (400, 5))) > 1e-6).mean()
        assert abs(kept - keep_prob) < 0.06, (
            f"with keep_prob={keep_prob} in training {kept:.0%} of the hidden activations survive, expected about "
            f"{keep_prob:.0%} — Keras's rate is the fraction dropped"
        )

    def test_draws_for_each_activation_sample_and_call(self, attempt):
        model, x, _ = self.one_hidden_layer(attempt, 0.8)

        kept = np.abs(in_training("the output in training", model, x, (400, 5))) > 1e-6
        assert (kept != kept[:1]).any(), "in training every sample loses the same units — each draws for itself"
        assert (kept != kept[:, :1]).any(), "in training a sample loses all units or none — each unit draws for itself"
        again = np.abs(in_training("the output in training", model, x, (400, 5))) > 1e-6
        assert (kept != again).any(), "two calls in training drop the same activations — each call draws anew"

    def test_drops_after_every_hidden_layer(self, attempt):
        model = self.build(attempt, 5, (5, 5, 5, 5), ("relu", "linear", "relu", "linear"), keep_prob=0.8)
        set_weights(model, {(5, 5): np.eye(5)})

        output = in_training("the output in training", model, np.ones((400, 5), "float32"), (400, 5))
        survivors = output[np.abs(output) > 1e-6]
        assert survivors.size, "with keep_prob=0.8 all outputs of three hidden layers are 0 in training, expected half"
        factor = float(survivors.max())
        times = np.log(max(factor, 1e-6)) / np.log(1 / 0.8)
        assert np.allclose(survivors, 0.8**-3, rtol=1e-3), (
            f"through three hidden layers with keep_prob=0.8 what survives is multiplied by {factor:.4g} = 1 / 0.8**"
            f"{times:.2g}, expected 1 / 0.8**3 — one dropout after each hidden layer, none on the input or the output"
        )

    def test_never_drops_the_output(self, attempt):
        model, x, _ = self.one_hidden_layer(attempt, 0.8)
        set_weights(model, {(3, 5): normal(3, 5), (5, 5): np.ones((5, 5))})

        output = in_training("the output in training", model, x, (400, 5))
        why = "whatever is left of the hidden layer, the output itself is never dropped"
        expected = np.repeat(output.max(axis=1, keepdims=True), 5, axis=1)
        expect.close("with like columns in its kernel the output in training", output, expected, why)

    def test_drops_nothing_without_a_hidden_layer(self, attempt):
        model = self.build(attempt, 3, (5,), ("linear",), keep_prob=0.5)
        x = normal(400, 3)

        why = "a network without hidden layer has nothing to drop: neither its input nor its output"
        got = in_training("the output in training", model, x, (400, 5))
        expect.close("the output in training of a network of one layer", got, expect.array("the output", model(x)), why)

    def test_drops_nothing_where_all_is_kept(self, attempt):
        model, x, hidden = self.one_hidden_layer(attempt, 1.0)

        got = in_training("the output in training", model, x, (400, 5))
        expect.close("with keep_prob=1 the output in training", got, hidden, "keep_prob=1 keeps everything, as it is")


class TestInvertedDropout:
    TABLE, IMAGES = (200, 10), (20, 5, 5, 4)

    def layer(self, attempt, rate, **seed):
        return expect.layer(f"InvertedDropout({rate})", attempt.InvertedDropout(rate, **seed))

    def numbers(self, shape):
        """Return numbers of both signs, none near 0."""
        numbers = normal(*shape)
        return numbers + np.where(numbers < 0, np.float32(-0.5), np.float32(0.5))

    def train(self, layer, x):
        """Return the output in training mode, and where it is not 0."""
        output = in_training("the output in training", layer, x, x.shape, "what is dropped becomes 0, its place stays")
        return output, ~np.isclose(output, 0.0, atol=1e-6)

    @pytest.mark.parametrize("mode", [{}, {"training": False}], ids=["by default", "training=False"])
    def test_gives_its_input_back_outside_training(self, attempt, mode):
        layer, x = self.layer(attempt, 0.4), self.numbers(self.TABLE)

        said = "layer(x, training=False)" if mode else "layer(x)"
        output = expect.output(said, lambda inputs: layer(inputs, **mode), x, x.shape)
        expect.close(said, output, x, "outside training nothing is dropped and nothing scaled")

    @pytest.mark.parametrize("rate", [0.2, 0.75])
    def test_zeroes_the_fraction_rate_in_training(self, attempt, rate):
        _, kept = self.train(self.layer(attempt, rate), self.numbers(self.TABLE))

        assert not kept.all(), "layer(x, training=True) drops nothing — Keras hands `training` to a call that names it"
        dropped = 1 - kept.mean()
        assert abs(dropped - rate) < 0.06, (
            f"with rate={rate} {dropped:.0%} of the entries are 0 in training, expected about {rate:.0%} — rate is the "
            "fraction dropped"
        )

    @pytest.mark.parametrize("rate", [0.2, 0.75])
    def test_scales_what_survives(self, attempt, rate):
        x = self.numbers(self.TABLE)
        output, kept = self.train(self.layer(attempt, rate), x)
        assert kept.any(), f"with rate={rate} every entry is 0 in training"

        factor = (output / x)[kept]
        why = "what survives makes up for what is dropped: inputs / (1 - rate), and inference needs no change"
        expect.close(
            f"with rate={rate} what survives, by its input,", factor, np.full(factor.shape, 1 / (1 - rate)), why
        )

    def test_drops_nothing_at_rate_0(self, attempt):
        layer, x = self.layer(attempt, 0.0), self.numbers(self.TABLE)

        expect.close("with rate=0 the output in training", self.train(layer, x)[0], x, "a rate of 0 drops nothing")

    @pytest.mark.parametrize("shape", [TABLE, IMAGES], ids=["(batch, features)", "images"])
    def test_decides_for_each_entry(self, attempt, shape):
        _, kept = self.train(self.layer(attempt, 0.5), self.numbers(shape))

        for axis in range(len(shape)):
            differ = np.diff(kept.astype(int), axis=axis).astype(bool).mean()
            assert abs(differ - 0.5) < 0.12, (
                f"with rate=0.5 on {shape} neighbours along axis {axis} differ in their fate {differ:.0%} of the time, "
                "expected 50% — a random number for each entry, so the mask has the shape of the input"
            )

    @pytest.mark.parametrize("seed", [{}, {"seed": 3}], ids=["no seed", "a seed"])
    def test_draws_a_new_mask_each_call(self, attempt, seed):
        layer, x = self.layer(attempt, 0.5, **seed), self.numbers(self.TABLE)

        _, first = self.train(layer, x)
        _, second = self.train(layer, x)
        assert (first != second).any(), (
            "two calls of one layer drop the same entries — keep one keras.random.SeedGenerator on self: a mask of the "
            "layer's own, an int as seed or a generator made in call is the same each time"
        )

    def test_takes_batches_of_any_size(self, attempt):
        layer, x = self.layer(attempt, 0.4), self.numbers(self.TABLE)

        self.train(layer, x)
        why = "each call draws a mask as large as its input"
        in_training("after 200 samples the output for 40 in training", layer, x[:40], (40, 10), why)

    @pytest.mark.parametrize("seed", [{}, {"seed": 3}], ids=["no seed", "a seed"])
    def test_draws_a_new_mask_each_training_step(self, attempt, seed):
        layer = self.layer(attempt, 0.5, **seed)
        dense = layers.Dense(1, use_bias=False, kernel_initializer="zeros")
        model = keras.Sequential([layer, dense])
        # Under this loss each step adds to a weight the entry of the input that arrived there.
        model.compile(optimizer=keras.optimizers.SGD(1.0), loss=lambda y_true, y_pred: -y_pred)
        seen = [np.zeros((30, 1))]
        for _ in range(4):
            model.train_on_batch(np.ones((1, 30), "float32"), np.zeros((1, 1), "float32"))
            seen.append(expect.array("the kernel after it", dense.kernel, (30, 1)))

        kept = [after - before > 1e-3 for before, after in pairwise(seen)]
        assert not np.all(kept), "train_on_batch drops nothing — Keras hands `training` to a call that names it"
        assert len({mask.tobytes() for mask in kept}) == 4, (
            "training steps of a compiled model drop the same entries — call is compiled once, so NumPy, Python or a "
            "fixed seed draws in it only once: draw with a keras.random.SeedGenerator kept on self"
        )

    def test_equal_seeds_begin_with_equal_masks(self, attempt):
        x = self.numbers(self.TABLE)
        one, other = self.layer(attempt, 0.5, seed=3), self.layer(attempt, 0.5, seed=3)

        _, first = self.train(one, x)
        _, second = self.train(other, x)
        assert (first == second).all(), (
            "two new layers with seed=3 begin with different masks — each starts a generator of its own from its seed"
        )

    @pytest.mark.parametrize("seeds", [(3, 4), (None, None)], ids=["3 and 4", "none and none"])
    def test_different_seeds_begin_with_different_masks(self, attempt, seeds):
        x = self.numbers(self.TABLE)
        one, other = (self.layer(attempt, 0.5, seed=seed) for seed in seeds)

        _, first = self.train(one, x)
        _, second = self.train(other, x)
        assert (first != second).any(), (
            f"two new layers with seeds {seeds[0]} and {seeds[1]} drop the same entries — the seed goes on to the "
            "generator, and None is another one for each layer"
        )

    def test_learns_nothing(self, attempt):
        layer = self.layer(attempt, 0.5)
        self.train(layer, self.numbers(self.TABLE))

        count = len(layer.trainable_weights)
        assert count == 0, f"the layer has {count} trainable weights, expected none — dropout only draws and scales"


class TestMonteCarloPredict:
    KEEP = 0.8

    def predict(self, attempt, model, x, n_samples, shape):
        """Return mean and deviation, NumPy arrays of this shape."""
        result = attempt.monte_carlo_predict(model, x, n_samples)
        values = expect.parts("the result", result, 2)
        for name, value in zip(("mean", "std"), values, strict=True):
            kind = expect.kind(value)
            assert isinstance(value, np.ndarray), f"{name} is {kind}, expected a NumPy array — ops.convert_to_numpy"
            expect.array(name, value, shape, "the shape that model.predict(x) has: only the passes are averaged")
        return values

    def half_noisy(self):
        """Return a model of 4 features whose outputs are the features after dropout, and the features."""
        inputs = keras.Input((4,))
        noisy = keras.Sequential([keras.Input((4,)), layers.Dropout(1 - self.KEEP)])
        return keras.Model(inputs, layers.concatenate([noisy(inputs), inputs]))

    def counts(self, attempt, n_samples, as_tensor=False):
        """Return by its mean in how many passes each entry survived, and its deviation, that of a survivor being 1."""
        x = np.abs(normal(40, 4)) + 0.5
        given = ops.convert_to_tensor(x) if as_tensor else x
        mean, std = self.predict(attempt, self.half_noisy(), given, n_samples, (40, 8))
        return mean[:, :4] * self.KEEP / x * n_samples, std[:, :4] * self.KEEP / x

    def test_a_model_without_chance_predicts_as_ever(self, attempt):
        model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
        x = normal(40, 4)

        mean, std = self.predict(attempt, model, x, 3, (40, 3))
        expected = expect.array("the output", model(x))
        expect.close("without dropout the mean", mean, expected, "the mean of equal passes is each of them")
        expect.close("without dropout the std", std, np.zeros((40, 3)), "equal passes do not waver")

    def test_drops_in_every_pass(self, attempt):
        counts, std = self.counts(attempt, 7)

        assert std.max() > 1e-3, (
            "the std is 0 for a model with dropout — predict() never drops, whatever flag a graph was drawn with, nor "
            "does model(x) without one; and passes that share one mask do not waver"
        )
        kept = counts.mean() / 7
        assert abs(kept - self.KEEP) < 0.12, (
            f"behind a dropout of rate 0.2 the mean is {kept / self.KEEP:.3g} times the input, expected about 1 — each "
            "pass is one call with training=True"
        )

    @pytest.mark.parametrize("n_samples", [1, 2, 7], ids=lambda n: f"{n} passes")
    def test_averages_so_many_passes(self, attempt, n_samples):
        counts, _ = self.counts(attempt, n_samples)

        off = np.abs(counts - np.round(counts)).max()
        assert off < 1e-2, (
            f"with n_samples={n_samples} a mean behind dropout is not one of so many values of 0 or input / (1 - rate) "
            "— average exactly n_samples stochastic passes, and nothing else"
        )

    @pytest.mark.parametrize("n_samples", [1, 2, 7], ids=lambda n: f"{n} passes")
    def test_deviation_is_that_of_the_population(self, attempt, n_samples):
        counts, std = self.counts(attempt, n_samples)

        # An entry that survives in a share of the passes deviates by sqrt(share * (1 - share)).
        share = np.clip(np.round(counts) / n_samples, 0, 1)
        why = "the root of the mean square of what a pass is off the mean: a mean over n_samples passes, not one less"
        what = f"with n_samples={n_samples} the std behind a dropout whose survivors are 1"
        expect.close(what, std, np.sqrt(share * (1 - share)), why, atol=1e-3)

    def test_averages_over_passes_only(self, attempt):
        x = np.abs(normal(40, 4)) + 0.5

        mean, std = self.predict(attempt, self.half_noisy(), x, 7, (40, 8))
        expect.close("the mean of the columns that bypass dropout", mean[:, 4:], x, "what is never dropped stays")
        expect.close("the std of the columns that bypass dropout", std[:, 4:], np.zeros((40, 4)), "and does not waver")

    def test_takes_a_backend_tensor(self, attempt):
        counts, std = self.counts(attempt, 2, as_tensor=True)

        why = "tensors are as good as arrays: two passes, each 0 or input / (1 - rate)"
        expect.close("with x as a tensor the mean * 2 * (1 - rate) / input", counts, np.round(counts), why, atol=1e-2)
        assert std.max() > 1e-3, "with x as a tensor the std is 0 for a model with dropout"

    def normalized(self):
        """Return a model with batch normalization, also in a nested model, and its parts, some of them frozen."""
        inner = keras.Sequential(
            [
                keras.Input((4,)),
                layers.BatchNormalization(name="frozen_nested_norm"),
                layers.Dropout(0.5),
                layers.Dense(4),
                layers.BatchNormalization(name="nested_norm"),
            ]
        )
        model = keras.Sequential([keras.Input((4,)), layers.Dense(4), layers.BatchNormalization(name="norm"), inner])
        model.layers[0].trainable = False
        inner.layers[0].trainable = False
        return model, {
            "the model": model,
            "a frozen Dense": model.layers[0],
            "a BatchNormalization": model.layers[1],
            "a nested model": inner,
            "a frozen BatchNormalization in a nested model": inner.layers[0],
            "a Dropout in a nested model": inner.layers[1],
            "a Dense in a nested model": inner.layers[2],
            "a BatchNormalization in a nested model": inner.layers[3],
        }

    def test_leaves_weights_and_moving_statistics_as_they_were(self, attempt):
        model, _ = self.normalized()
        before = [expect.array("a weight", weight).copy() for weight in model.weights]
        x = normal(40, 4) + 5
        expected = expect.array("the output", model(x))

        _, std = self.predict(attempt, model, x, 3, (40, 4))
        assert std.max() > 1e-3, "the std is 0 for a model with dropout in a nested model"
        why = "in training mode BatchNormalization moves its moving statistics: put them back, or keep it in inference"
        for kept, weight in zip(before, model.weights, strict=True):
            layer, name = weight.path.split("/")[-2:]
            expect.close(f"afterwards the {name} of {layer}", weight, kept, why)
        expect.close("afterwards model(x)", model(x), expected, "the model itself must stay what it was")

    def test_leaves_trainable_flags_as_they_were(self, attempt):
        model, parts = self.normalized()
        before = {name: part.trainable for name, part in parts.items()}

        self.predict(attempt, model, normal(40, 4) + 5, 3, (40, 4))
        for name, part in parts.items():
            assert part.trainable == before[name], (
                f"afterwards {name} has trainable={part.trainable}, before {before[name]} — `model.trainable = …` sets "
                "every layer within: put back what each flag was, or leave them alone"
            )


COPIES = 120


class TestBuildSpatialDropout:
    def build(self, attempt, image_shape=(32, 28, 1), filters=1, rate=0.5, n_classes=3):
        return expect.model("the result", attempt.build_spatial_dropout(image_shape, filters, rate, n_classes))

    def lit(self, attempt, filters, rate):
        """Return a model whose kernels are positive and tell outputs apart, so that every map is alive."""
        model = self.build(attempt, filters=filters, rate=rate)
        for index, weight in enumerate(model.weights):
            shape = tuple(weight.shape)
            if len(shape) >= 2:
                values = np.random.default_rng(index).uniform(0.5, 1.5, shape) / np.prod(shape[:-1])
                weight.assign((values * np.arange(1, shape[-1] + 1) / shape[-1]).astype("float32"))
        return model

    def copies(self):
        """Return many copies of one dark and of one bright image."""
        random = np.random.default_rng(0)
        dark, bright = (random.uniform(low, low + 0.15, (32, 28, 1)) for low in (0.5, 0.85))
        # Half of each is black, so that after a normalization of the batch both still have something to see.
        images = np.stack([dark, bright]) * (np.arange(28) < 14)[:, None]
        return np.repeat(images, COPIES, axis=0).astype("float32")

    def blank(self, attempt, rate):
        """Return the share of images that in training a network of one map cannot tell from another image."""
        model = self.lit(attempt, 1, rate)
        output = in_training("the output in training", model, self.copies(), (2 * COPIES, 3))
        dark, bright = output[:COPIES], output[COPIES:]
        alike = np.isclose(dark[:, None], bright[None], rtol=0, atol=1e-5).all(axis=-1)
        return np.concatenate([alike.any(axis=1), alike.any(axis=0)]).mean()

    @pytest.mark.parametrize(
        ("image_shape", "filters", "n_classes"),
        [
            pytest.param((8, 8, 1), 5, 10, id="small and grey"),
            pytest.param((10, 14, 3), 7, 2, id="oblong and coloured"),
        ],
    )
    def test_gives_probabilities(self, attempt, image_shape, filters, n_classes):
        model = self.build(attempt, image_shape, filters, 0.5, n_classes)

        images = normal(6, *image_shape)
        output = expect.output("the output for 6 images", model, images, (6, n_classes), "a column a class")
        assert (output >= 0).all(), f"the output holds {output.min():.3g}, expected probabilities — end in a softmax"
        expect.close("the sum of each output row", output.sum(-1), np.ones(6), "classes exclude each other: softmax")
        assert expect.differs(output[:1], output[1:]), "the output is the same for every image"

    @pytest.mark.parametrize(
        ("image_shape", "filters"), [((8, 8, 1), 5), ((10, 14, 3), 7)], ids=["5 filters", "7 filters"]
    )
    def test_convolves_with_so_many_filters(self, attempt, image_shape, filters):
        model = self.build(attempt, image_shape, filters)

        maps = [weight.shape[-1] for weight in model.weights if len(weight.shape) == 4]
        assert filters in maps, (
            f"with filters={filters} the convolution kernels make {maps} maps, expected one of {filters} — a Conv2D of "
            "`filters` filters"
        )

    def test_drops_nothing_at_inference(self, attempt):
        model, images = self.lit(attempt, 1, 0.9), self.copies()

        output = expect.output("the output", model, images, (2 * COPIES, 3))
        expected = np.repeat(output[[0, COPIES]], COPIES, axis=0)
        expect.close("the output of model(x) for equal images", output, expected, "outside training nothing is dropped")
        assert expect.differs(output[:1], output[-1:]), "the output is the same for a dark and for a bright image"

    def test_decides_for_each_image_and_each_map(self, attempt):
        model, images = self.lit(attempt, 8, 0.5), self.copies()

        output = in_training("the output in training", model, images, (2 * COPIES, 3))
        calm = expect.output("the output", model, images, (2 * COPIES, 3))
        assert expect.differs(calm, output), "model(x, training=True) gives what model(x) gives — nothing is dropped"
        outcomes = 1 + int((np.diff(np.sort(output[:COPIES, 0])) > 1e-5).sum())
        assert outcomes > 1, (
            f"in training {COPIES} copies of one image give one and the same output — each image needs decisions of "
            "its own, not one for the whole batch"
        )
        assert outcomes > 4, (
            f"in training {COPIES} copies of one image give {outcomes} different outputs with 8 maps, expected far "
            "more — each map needs a decision of its own, not one for all maps or for the image that goes in"
        )

    def test_drops_a_map_as_a_whole(self, attempt):
        blank = self.blank(attempt, 0.9)

        # Whole maps: at least 0.65, also where two or four maps follow the one. Single rows of a map: at most 0.45.
        assert blank > 0.55, (
            f"with one map and rate=0.9 the output in training is blind to {blank:.0%} of the images, expected about "
            "90% — rate is the fraction dropped, and a map goes as a whole: not place by place, not row by row"
        )

    def test_drops_the_fraction_rate(self, attempt):
        blank = self.blank(attempt, 0.1)

        assert blank < 0.38, (
            f"with one map and rate=0.1 the output in training is blind to {blank:.0%} of the images, expected about "
            "10% — rate is the fraction dropped"
        )
