"""Kata 07: normalization is seen in the numbers, in what training moves, and in what it leaves alone."""

from itertools import pairwise

import keras
import numpy as np
import pytest
from keras import layers, ops

from dojo import expect
from dojo.by_hand import ACTIVATIONS
from dojo.inputs import normal
from dojo.weights import set_weights_apart


def normalized(x, epsilon, axis=0, fewer=0):
    """Return x without its mean over these axes, divided by sqrt(variance + epsilon), in float64."""
    deviation = x.astype("float64") - x.mean(axis, keepdims=True, dtype="float64")
    count = np.prod(np.take(x.shape, axis))
    return deviation / np.sqrt(np.square(deviation).sum(axis, keepdims=True) / (count - fewer) + epsilon)


def result(step, *arrays, kind=ops.convert_to_tensor, **arguments):
    """Return what a step makes of tensors, or of arrays where `kind` says so."""
    with expect.takes("a tensor" if kind is ops.convert_to_tensor else "an array"):
        return step(*(kind(values) for values in arrays), **arguments)


class TestNormalizeBatch:
    ONES, ZEROS = np.ones(3, "float32"), np.zeros(3, "float32")

    def claim(self, attempt, x, gamma, beta, what, **epsilon):
        got = result(attempt.normalize_batch, x, gamma, beta, **epsilon)
        got = expect.array(what, got, x.shape, "a number for each entry of x")
        given, epsilon = "epsilon" in epsilon, epsilon.get("epsilon", 1e-3)
        unit = normalized(x, epsilon)
        deviation = x - x.mean(0)
        readings = {
            "the variance is the mean of the squared deviations: divide by n, not by n - 1": normalized(
                x, epsilon, fewer=1
            ),
            "these are the statistics of each sample, not of each feature: go along axis 0, the batch": normalized(
                x, epsilon, axis=1
            ),
            "these are the statistics of all entries together, expected one mean and variance a feature": normalized(
                x, epsilon, axis=(0, 1)
            ),
            "divide by the root of the variance, not by the variance itself": deviation / (x.var(0) + epsilon),
            "epsilon goes under the root, beside the variance": deviation / (x.std(0) + epsilon),
            "this is the layer called without training=True: its moving statistics, at first 0 and 1, divide": (
                x / np.sqrt(1 + epsilon)
            ),
            "epsilon is missing under the root": normalized(x, 0 if x.var(0).all() else 1e-7),
            "epsilon is 1e-3 where none is given, as in Keras": normalized(x, 1e-5),
        }
        if given:
            readings["the epsilon that was given counts, not the default"] = normalized(x, 1e-3)
        readings = {why: gamma * value + beta for why, value in readings.items()} | {
            "gamma scales and beta shifts, here it is the other way round": beta * unit + gamma,
            "gamma and beta are missing": unit,
            "gamma is missing: it scales what has been normalized": unit + beta,
            "beta is missing: it is added at the end": gamma * unit,
            "beta is added at the end, after the scaling": gamma * (unit + beta),
        }
        why = expect.meaning(
            got, readings, "gamma * (x - mean) / sqrt(variance + epsilon) + beta, mean and variance a feature"
        )
        expect.close(what, got, gamma * unit + beta, why)

    @pytest.mark.parametrize("shape", [(4, 4), (8, 3)], ids=["4 samples of 4", "8 samples of 3"])
    def test_gives_each_feature_mean_0_and_deviation_1(self, attempt, shape):
        x = np.linspace(1, 9, shape[1], dtype="float32") * (2 + normal(*shape))
        gamma, beta = np.ones(shape[1], "float32"), np.zeros(shape[1], "float32")

        self.claim(attempt, x, gamma, beta, f"with gamma 1 and beta 0 the result for {shape}")

    @pytest.mark.parametrize("shape", [(4, 4), (8, 3)], ids=["4 samples of 4", "8 samples of 3"])
    def test_scales_by_gamma_and_shifts_by_beta(self, attempt, shape):
        x, gamma, beta = 5 + 3 * normal(*shape), normal(shape[1], seed=1), normal(shape[1], seed=2)

        self.claim(attempt, x, gamma, beta, f"with gamma {expect.show(gamma)} and beta {expect.show(beta)} the result")

    @pytest.mark.parametrize("epsilon", [None, 0.5, 2.0], ids=["the default", "0.5", "2"])
    def test_adds_epsilon_under_the_root(self, attempt, epsilon):
        given = {} if epsilon is None else {"epsilon": epsilon}
        x = 0.03 * normal(8, 3) if epsilon is None else normal(8, 3)
        gamma, beta = 2 * self.ONES, self.ONES

        self.claim(attempt, x, gamma, beta, f"with epsilon {1e-3 if epsilon is None else epsilon} the result", **given)

    @pytest.mark.parametrize("rows", [1, 8], ids=["a batch of one", "a constant feature"])
    def test_gives_beta_where_nothing_varies(self, attempt, rows):
        x, beta = normal(8, 3)[:rows], normal(3, seed=2)
        x[:, 1] = 4.0
        got = result(attempt.normalize_batch, x, self.ONES, beta)

        what = f"the result for a {'constant feature' if rows > 1 else 'batch of one'}"
        column = expect.array(what, got, (rows, 3))[:, 1]
        why = "the deviations are 0, and epsilon under the root keeps the divisor above 0"
        expect.close(what, column, np.full(rows, beta[1]), why)

    @pytest.mark.parametrize(
        ("shape", "epsilon"), [((8, 3), 0.5), ((4, 4), 1e-5)], ids=["8 samples of 3", "4 samples of 4"]
    )
    def test_computes_what_the_layer_does_in_training(self, attempt, shape, epsilon):
        layer = layers.BatchNormalization(epsilon=epsilon)
        layer.build(shape)
        set_weights_apart(layer)
        gamma, beta = expect.array("gamma", layer.gamma), expect.array("beta", layer.beta)
        x = 5 + 3 * normal(*shape)
        expected = expect.array("the layer's output", layer(x, training=True))

        what = f"with epsilon {epsilon} the result for {shape}"
        why = "this is keras.layers.BatchNormalization with training=True: the biased variance of the batch itself"
        got = result(attempt.normalize_batch, x, gamma, beta, epsilon=epsilon)
        expect.close(what, got, expected, why, rtol=1e-3, atol=1e-4)

    def test_takes_arrays(self, attempt):
        x, gamma, beta = 5 + 3 * normal(8, 3), normal(3, seed=1), normal(3, seed=2)
        got = result(attempt.normalize_batch, x, gamma, beta, kind=np.copy)

        why = "an array is as good as a tensor"
        expect.close("the result for NumPy arrays", got, gamma * normalized(x, 1e-3) + beta, why)


class TestUpdateMoving:
    @pytest.mark.parametrize("momentum", [None, 0.9, 0.25, 1.0, 0.0], ids=lambda m: "the default" if m is None else m)
    def test_keeps_the_share_momentum_of_what_was_there(self, attempt, momentum):
        moving, batch = np.array([0.0, 100.0, -50.0], "float32"), np.array([10.0, 10.0, 30.0], "float32")
        share = 0.99 if momentum is None else momentum
        given = {} if momentum is None else {"momentum": momentum}
        what = f"from {expect.show(moving)} and a batch of {expect.show(batch)} at momentum {share} the new statistic"

        got = expect.array(what, result(attempt.update_moving, moving, batch, **given), (3,), "one a feature")
        readings = {
            "momentum is the share of the old statistic; other libraries mean the batch's": (1 - share) * moving
            + share * batch,
            "the momentum that was given counts, not 0.99": 0.99 * moving + 0.01 * batch,
            "momentum is 0.99 where none is given": 0.9 * moving + 0.1 * batch,
            "the two shares add up to 1: 1 - momentum of the old one goes": moving + (1 - share) * batch,
            "the batch counts for 1 - momentum only": share * moving + batch,
            "this is the batch's statistic; the moving one remembers": batch,
            "this is the old statistic; each batch moves it": moving,
        }
        expected = moving - (1 - share) * (moving - batch)
        why = expect.meaning(got, readings, "momentum * moving + (1 - momentum) * batch_statistic")
        expect.close(what, got, expected, why)

    @pytest.mark.parametrize("momentum", [None, 0.6], ids=["the default", "0.6"])
    def test_comes_closer_batch_by_batch(self, attempt, momentum):
        share, given = (0.99, {}) if momentum is None else (momentum, {"momentum": momentum})
        goal = np.array([10.0, -4.0], "float32")
        moving = np.zeros(2, "float32")
        for _ in range(5):
            moving = expect.array("the new statistic", result(attempt.update_moving, moving, goal, **given), (2,))

        what = f"from 0 after five batches of {expect.show(goal)} at momentum {share} the statistic"
        why = "of the start momentum**5 is left, all the rest is the batches'"
        expect.close(what, moving, goal * (1 - share**5), why)

    @pytest.mark.parametrize("momentum", [0.99, 0.6])
    def test_moves_as_the_layer_does(self, attempt, momentum):
        layer = layers.BatchNormalization(momentum=momentum)
        layer.build((8, 3))
        mean, variance = np.zeros(3, "float32"), np.ones(3, "float32")
        for seed in range(3):
            x = 5 + 3 * normal(8, 3, seed=seed)
            layer(x, training=True)
            mean = result(attempt.update_moving, mean, x.mean(0), momentum=momentum)
            mean = expect.array("the moving mean", mean, (3,))
            variance = result(attempt.update_moving, variance, x.var(0), momentum=momentum)
            variance = expect.array("the moving variance", variance, (3,))

        after = f"after three batches at momentum {momentum}"
        why = "this is how keras.layers.BatchNormalization moves both: momentum * moving + (1 - momentum) * batch"
        expected = expect.array("the layer's", layer.moving_mean)
        expect.close(f"the moving mean {after}", mean, expected, why, rtol=1e-3, atol=1e-4)
        expected = expect.array("the layer's", layer.moving_variance)
        expect.close(f"the moving variance {after}", variance, expected, why, rtol=1e-3, atol=1e-4)

    def test_takes_arrays_and_leaves_them_alone(self, attempt):
        moving, batch = normal(3), normal(3, seed=1)
        got = result(attempt.update_moving, moving, batch, kind=np.asarray, momentum=0.6)

        why = "an array is as good as a tensor"
        expect.close("the new statistic of NumPy arrays", got, 0.6 * normal(3) + 0.4 * normal(3, seed=1), why)
        why = "the caller's arrays stay what they were: return a new one"
        expect.close("afterwards the array that was given as moving", moving, normal(3), why)
        expect.close("afterwards the array that was given as the batch's statistic", batch, normal(3, seed=1), why)


def lengths(weight):
    """Return a weight's shape without the axes of length 1: a layer of one's own may keep them."""
    return tuple(length for length in weight.shape if length != 1)


def give(weight, values):
    """Set a weight to these values, whatever axes of length 1 it has."""
    weight.assign(np.reshape(values, tuple(weight.shape)).astype("float32"))


class ByHand:
    """What a network of batch normalization computes, by hand.

    Of each hidden layer gamma and beta get the same values, and so do mean and variance: which is which, and in what
    order they come, need not be known.

    Args:
        model: the network; no two of its widths are equal, so a shape names its weight.
        widths: of the input, the hidden layers and the output.
    """

    def __init__(self, model, widths):
        self.hidden, self.head = [*pairwise(widths)][:-1], widths[-2:]
        random = np.random.default_rng(0)
        self.learned = {width: random.uniform(0.5, 1.0, width) for width in widths}
        # Variances this large hide epsilon, whose size is free.
        self.moving = {width: random.uniform(10, 20, width) for width in widths}
        self.kernels = {}
        x = samples(64, widths[0])
        for shape in [*self.hidden, self.head]:
            product = x @ (kernel := random.normal(size=shape))
            if shape == self.head:
                kernel *= 6 / product.std(0)
            else:
                # Both signs, or a relu before the normalization would go unseen, and more of those that survive.
                kernel *= 30 * np.sign(product.mean(0)) / product.std(0)
            self.kernels[shape] = kernel
            x = np.maximum(self.normalize(x @ kernel, shape[1]), 0)
        counts = dict.fromkeys(widths, 0)
        for weight in model.weights:
            shape = lengths(weight)
            if len(shape) == 2:
                give(weight, self.kernels[shape])
            elif len(shape) == 1:
                give(weight, (self.learned if weight.trainable else self.moving)[shape[0]])
                counts[shape[0]] += weight.trainable
        # Whether there is a gamma and a beta: of one alone, either may be meant.
        self.choices = {2: [(1, 1)], 1: [(1, 0), (0, 1)], 0: [(0, 0)]}[min(counts[width] for _, width in self.hidden)]

    def normalize(self, x, width, training=False, has=(1, 1)):
        mean, variance = (x.mean(0), x.var(0)) if training else (self.moving[width], self.moving[width])
        gamma, beta = (self.learned[width] if there else neutral for there, neutral in zip(has, (1, 0), strict=True))
        return gamma * (x - mean) / np.sqrt(variance) + beta

    def output(self, x, training=False, has=(1, 1), relu="after", biased=False, softmax=True):
        """Return the output; what comes after `has` is for wrong readings."""
        for shape in self.hidden:
            x = x @ self.kernels[shape] + (self.learned[shape[1]] if biased else 0)
            x = np.maximum(x, 0) if relu in ("before", "both") else x
            x = self.normalize(x, shape[1], training, has)
            x = np.maximum(x, 0) if relu in ("after", "both") else x
        logits = x @ self.kernels[self.head] + self.learned[self.head[1]]
        return ACTIVATIONS["softmax"](logits) if softmax else logits


def samples(rows, n_features, seed=0):
    return 0.5 + 2 * normal(rows, n_features, seed=seed)


class TestBuildBatchNormNetwork:
    def build(self, attempt, n_features=5, units=(4, 3), n_classes=2):
        model = expect.model("the result", attempt.build_batch_norm_network(n_features, units, n_classes))
        widths = (n_features, *units, n_classes)
        kernels = sorted(lengths(weight) for weight in model.weights if len(lengths(weight)) == 2)
        assert kernels == sorted(pairwise(widths)), (
            f"for {n_features} features, units {units} and {n_classes} classes the kernels have shapes {kernels}, "
            f"expected {sorted(pairwise(widths))} — a dense layer for each hidden width, and one for the classes"
        )
        learned = [shape[0] for shape in map(lengths, model.trainable_weights) if len(shape) == 1]
        moving = [shape[0] for shape in map(lengths, model.non_trainable_weights) if len(shape) == 1]
        for place, width in (("input", n_features), ("output", n_classes)):
            assert width not in moving, (
                f"the {place} has batch normalization, {moving.count(width)} moving statistics of length {width}, "
                "expected none — it stands between a hidden dense layer and its relu"
            )
        for width in units:
            alike = units.count(width)
            who, have, learn = f"the hidden layer of {width} units", "has", "learns"
            if alike > 1:
                who, have, learn = f"the {alike} hidden layers of {width} units", "have", "learn"
            assert moving.count(width) == 2 * alike, (
                f"{who} {have} {moving.count(width)} vectors that are not trained, expected {2 * alike}: the 2 moving "
                "statistics of a batch normalization of its own for each"
            )
            assert learned.count(width) <= 2 * alike, (
                f"{who} {learn} {learned.count(width)} vectors, expected {2 * alike}, gamma and beta for each — a "
                "dense layer here needs no bias: the batch's mean takes it away again"
            )
        assert learned.count(n_classes) == 1, (
            f"the output learns {learned.count(n_classes)} vectors of length {n_classes}, expected 1 — the head is a "
            "dense layer with a bias: nothing behind it could shift its logits"
        )
        return model

    @pytest.mark.parametrize(
        ("n_features", "units", "n_classes"),
        [
            pytest.param(5, (4, 3), 2, id="two hidden layers"),
            pytest.param(7, (6,), 5, id="one hidden layer"),
            pytest.param(5, (6, 4, 3), 2, id="three hidden layers"),
            pytest.param(5, (4, 4), 2, id="two of one width"),
        ],
    )
    def test_gives_each_hidden_layer_a_normalization_instead_of_a_bias(self, attempt, n_features, units, n_classes):
        model = self.build(attempt, n_features, units, n_classes)

        x = samples(8, n_features)
        output = expect.output("the output for 8 samples", model, x, (8, n_classes), "a column a class")
        assert (output >= 0).all(), f"the output holds {output.min():.3g}, expected probabilities — end in a softmax"
        expect.close("the sum of each output row", output.sum(-1), np.ones(8), "classes exclude each other: softmax")

    def claim(self, what, got, x, by_hand, training, otherwise):
        """Claim that the output is what the network computes by hand."""
        rights = [by_hand.output(x, training, has) for has in by_hand.choices]
        if any(np.allclose(got, right, rtol=1e-3, atol=1e-3) for right in rights):
            return
        no_bias = "the dense layer has a bias beside what its normalization learns: use_bias=False"
        readings = {
            "the batch normalization stands before the relu": by_hand.output(x, training, relu="before"),
            "one relu a hidden layer, after its batch normalization": by_hand.output(x, training, relu="both"),
            "each batch normalization is followed by a relu": by_hand.output(x, training, relu="nowhere"),
            "these are logits: end in a softmax": by_hand.output(x, training, softmax=False),
            "at inference the moving statistics normalize: never fix training=True": by_hand.output(x, True),
            "this is inference: in training the batch's own statistics normalize": by_hand.output(x, False),
            no_bias: by_hand.output(x, training, (1, 0), biased=True),
            f"{no_bias}, center=True": by_hand.output(x, training, (0, 1), biased=True),
        }
        expect.close(what, got, rights[0], expect.meaning(got, readings, otherwise), rtol=1e-3, atol=1e-3)

    @pytest.mark.parametrize("units", [(4, 3), (6, 4, 3)], ids=["two hidden layers", "three hidden layers"])
    def test_normalizes_by_moving_statistics_at_inference(self, attempt, units):
        model, x = self.build(attempt, units=units), samples(8, 5)
        by_hand = ByHand(model, (5, *units, 2))

        why = "each hidden layer: relu(gamma * (x @ kernel - moving_mean) / sqrt(moving_variance) + beta), then softmax"
        got = expect.output("the output of model(x)", model, x, (8, 2), why)
        self.claim("the output of model(x)", got, x, by_hand, False, why)

    def test_normalizes_by_the_batch_in_training(self, attempt):
        model, x = self.build(attempt), samples(8, 5)
        by_hand = ByHand(model, (5, 4, 3, 2))

        what = "the output of model(x, training=True)"
        why = "relu(gamma * (x @ kernel - mean) / sqrt(variance) + beta), in training by the batch's mean and variance"
        got = expect.output(what, lambda x: model(x, training=True), x, (8, 2), why)
        self.claim(what, got, x, by_hand, True, why)

    def test_moves_its_statistics_in_training_alone(self, attempt):
        model, x = self.build(attempt), samples(8, 5)
        ByHand(model, (5, 4, 3, 2))
        moving = [weight for weight in model.non_trainable_weights if lengths(weight) in [(4,), (3,)]]
        before = [expect.array("a moving statistic", weight) for weight in moving]

        expect.output("the output of model(x)", model, x, (8, 2))
        for kept, weight in zip(before, moving, strict=True):
            why = "only training moves it"
            expect.close(f"a moving statistic of the layer of {kept.size} units after model(x)", weight, kept, why)
        expect.output("the output of model(x, training=True)", lambda x: model(x, training=True), x, (8, 2))
        for kept, weight in zip(before, moving, strict=True):
            assert expect.differs(kept, weight), (
                f"model(x, training=True) leaves a moving statistic of the layer of {kept.size} units where it was — "
                "each training batch moves it, or inference would know nothing of the data"
            )


class Residual(keras.Model):
    """A model written as a class, with a batch normalization inside."""

    def __init__(self):
        super().__init__()
        self.inner = layers.Dense(4, activation="tanh", name="dense_before_norm")
        self.norm = layers.BatchNormalization(momentum=0.5, name="in_a_class")

    def call(self, x):
        return x + self.norm(self.inner(x))


def flat():
    """Return a model with two batch normalizations and the layers that are like them."""
    return keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(4, activation="tanh", name="dense_batch_norm_like"),
            layers.BatchNormalization(momentum=0.5),
            layers.LayerNormalization(),
            # Without it the next normalization, in training mode, would take the beta before it away again.
            layers.Activation("tanh"),
            layers.BatchNormalization(momentum=0.5, center=False, name="second"),
            layers.Dense(2),
        ]
    )


def nested():
    """Return a model that holds a class of its own, and a model in a model, all with batch normalization."""
    innermost = keras.Sequential(
        [layers.Dense(4, activation="tanh"), layers.BatchNormalization(momentum=0.5, name="deepest")]
    )
    inputs = keras.Input((4,))
    middle = keras.Model(inputs, layers.Dense(4)(innermost(inputs)))
    inputs = keras.Input((4,))
    x = layers.BatchNormalization(momentum=0.5, name="on_top")(inputs)
    return keras.Model(inputs, layers.Dense(2)(Residual()(middle(x))))


WHERE = {
    "on_top": "a model that holds models",
    "in_a_class": "a model written as a class, inside another",
    "deepest": "a model in a model in a model",
}


class TestFreezeBatchNorm:
    def train(self, attempt, make):
        """Freeze a model and train it; return which weights of norms moved, and which of other layers."""
        model = make()
        set_weights_apart(model)
        model.compile(optimizer="sgd", loss="mean_squared_error")
        kept = [expect.array("a weight", weight) for weight in model.weights]
        attempt.freeze_batch_norm(model)
        for value, weight in zip(kept, model.weights, strict=True):
            expect.close(
                f"before any training the {weight.name} of a layer", weight, value, "freezing changes no weight"
            )
        norms = [layer for layer in model._flatten_layers() if isinstance(layer, layers.BatchNormalization)]
        inside = {id(weight): layer for layer in norms for weight in layer.weights}
        before = [expect.array("a weight", weight) for weight in model.weights]
        with expect.works("training the frozen model stops", "freezing sets a flag, and the model stays as it was"):
            model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mean_squared_error")
            for _ in range(2):
                model.train_on_batch(normal(8, 4), normal(8, 2, seed=1))
        moved = [expect.differs(kept, weight, by=1e-6) for kept, weight in zip(before, model.weights, strict=True)]
        of_norms = {
            (inside[id(weight)].name, weight.name): has
            for weight, has in zip(model.weights, moved, strict=True)
            if id(weight) in inside
        }
        of_others = {
            "/".join(weight.path.split("/")[-2:]): has
            for weight, has in zip(model.weights, moved, strict=True)
            if id(weight) not in inside
        }
        return of_norms, of_others

    def claim_still(self, attempt, make, otherwise):
        of_norms, _ = self.train(attempt, make)
        moved = [key for key, has in of_norms.items() if has]
        if not moved:
            return
        # A layer of which everything moves was missed; what else moves was meant to be frozen.
        names = {layer for layer, _ in of_norms}
        missed = {name for name in names if all(has for (layer, _), has in of_norms.items() if layer == name)}
        layer, weight = next((key for key in moved if key[0] in missed), moved[0])
        if missed == names:
            why = "freeze each with the `trainable` of the layer, in place: `training` is about calls"
        elif missed:
            why = otherwise
        elif all(weight.startswith("moving") for _, weight in moved):
            why = "no gradient moves the moving statistics: the `trainable` of the whole layer stops them too"
        else:
            why = "gamma and beta are to rest as well: the `trainable` of the whole layer stops all four"
        where = WHERE.get(layer, "a plain model")
        raise AssertionError(
            f"training moves the {weight} of a BatchNormalization in {where}, expected it to stay — {why}"
        )

    def claim_others_learn(self, attempt, make):
        _, of_others = self.train(attempt, make)

        still = [name for name, moved in of_others.items() if not moved]
        assert not still, (
            f"training leaves {len(still)} of the {len(of_others)} other weights as they were, {still[0]} is one — "
            "freeze batch normalization alone, not a whole model and no other layer"
        )

    def test_keeps_every_norm_of_a_plain_model(self, attempt):
        self.claim_still(attempt, flat, "all of them, whatever their names, places and settings: ask what a layer is")

    def test_lets_the_rest_of_a_plain_model_learn(self, attempt):
        self.claim_others_learn(attempt, flat)

    def test_keeps_every_norm_of_nested_models(self, attempt):
        self.claim_still(attempt, nested, "a layer of a model may be a model, with layers of its own")

    def test_lets_the_rest_of_nested_models_learn(self, attempt):
        self.claim_others_learn(attempt, nested)

    def test_works_in_place(self, attempt):
        model = flat()
        got = attempt.freeze_batch_norm(model)

        assert got is None or got is model, (
            f"the result is {expect.kind(got)}, expected the very model that was given, or nothing — freeze in place"
        )


class TestFoldBatchNorm:
    def pair(self, n_features=4, units=4, use_bias=True, scale=True, center=True, epsilon=0.3):
        """Return a dense layer and a batch normalization with weights of their own."""
        dense = layers.Dense(units, use_bias=use_bias)
        dense.build((None, n_features))
        norm = layers.BatchNormalization(scale=scale, center=center, epsilon=epsilon, momentum=0.7)
        norm.build((None, units))
        for seed, weight in enumerate([*dense.weights, *norm.weights]):
            # Variances are positive; small ones show epsilon.
            positive = weight is norm.moving_variance
            value = normal(*weight.shape, seed=seed)
            weight.assign(0.05 + 0.5 * np.abs(value) if positive else value)
        return dense, norm

    def fold(self, attempt, dense, norm):
        """Return kernel and bias as arrays."""
        lacks = [name for name, weight in _weights(dense, norm).items() if weight is None]
        if lacks:
            none = f"{', '.join(lacks)} {'is' if len(lacks) == 1 else 'are'} None where a layer does without"
            with expect.works("two layers are refused", none):
                folded = attempt.fold_batch_norm(dense, norm)
        else:
            folded = attempt.fold_batch_norm(dense, norm)
        kernel, bias = expect.parts("the result", folded, 2)
        shape = tuple(dense.kernel.shape)
        kernel = expect.array("the kernel", kernel, shape, "the dense layer's own shape: (features, units)")
        bias = expect.array("the bias", bias, shape[1:], "one number a unit, also where the dense layer has none")
        return kernel, bias

    def claim(self, attempt, words, **arguments):
        dense, norm = self.pair(**arguments)
        weights = _weights(dense, norm)
        values = {n: expect.array(n, w).astype("float64") for n, w in weights.items() if w is not None}
        n_features = len(values["kernel"])
        # Both layers are affine at inference, so what they make of zeros and of single ones says all.
        bias = expect.array("it", norm(dense(np.zeros((1, n_features), "float32"))))[0]
        kernel = expect.array("it", norm(dense(np.eye(n_features, dtype="float32")))) - bias
        got_kernel, got_bias = self.fold(attempt, dense, norm)

        old, variance, epsilon = values["kernel"], values["moving_variance"], norm.epsilon
        gamma = values.get("gamma", 1.0)
        factor = gamma / np.sqrt(variance + epsilon)
        readings = {
            "the dense layer's kernel must be scaled": old,
            "epsilon is the layer's own attribute, not the default of 1e-3": old * gamma / np.sqrt(variance + 1e-3),
            "epsilon is missing under the root": old * gamma / np.sqrt(variance),
            "epsilon goes under the root, beside the variance": old * gamma / (np.sqrt(variance) + epsilon),
            "divide by the root of the variance": old * gamma / (variance + epsilon),
            "gamma is missing": old * factor / gamma,
            "the moving statistics are missing": old * gamma,
            "units are the columns of a kernel: here its rows are scaled": (old.T * np.resize(factor, len(old))).T,
        }
        why = expect.meaning(
            got_kernel, readings, "kernel * gamma / sqrt(moving_variance + epsilon), a factor for each column"
        )
        expect.close(f"{words}, the kernel", got_kernel, kernel, why)

        own, beta, mean = values.get("bias", 0.0), values.get("beta", 0.0), values["moving_mean"]
        readings = {
            "what the dense layer adds is normalized like the rest: its bias is scaled too": own - mean * factor + beta,
            "the dense layer's bias is missing": beta - mean * factor,
            "beta is missing": (own - mean) * factor,
            "the moving mean is missing": own * factor + beta,
            "the moving mean is divided by the deviation like the rest": own * factor - mean + beta,
            "the moving mean is subtracted, not added": (own + mean) * factor + beta,
            "beta comes last and is not scaled": (own - mean + beta) * factor,
            "it is not the dense layer's own any more": own + 0 * mean,
        }
        why = expect.meaning(
            got_bias, readings, "(bias - moving_mean) * gamma / sqrt(moving_variance + epsilon) + beta"
        )
        expect.close(f"{words}, the bias", got_bias, bias, why)

    @pytest.mark.parametrize("shape", [(4, 4), (5, 3)], ids=["4 features, 4 units", "5 features, 3 units"])
    def test_equals_the_pair_at_inference(self, attempt, shape):
        self.claim(attempt, f"for {shape[0]} features and {shape[1]} units", n_features=shape[0], units=shape[1])

    @pytest.mark.parametrize("epsilon", [1e-3, 0.05, 2.0])
    def test_takes_epsilon_from_the_layer(self, attempt, epsilon):
        self.claim(attempt, f"with epsilon {epsilon}", epsilon=epsilon)

    @pytest.mark.parametrize(
        "lacking",
        [
            pytest.param(("use_bias",), id="no bias"),
            pytest.param(("scale",), id="no gamma"),
            pytest.param(("center",), id="no beta"),
            pytest.param(("scale", "center"), id="neither gamma nor beta"),
            pytest.param(("use_bias", "scale", "center"), id="none of the three"),
        ],
    )
    def test_does_without_what_a_layer_lacks(self, attempt, lacking):
        words = f"with {', '.join(f'{name}=False' for name in lacking)}"
        self.claim(attempt, words, n_features=5, units=3, **dict.fromkeys(lacking, False))

    def test_leaves_both_layers_as_they_were(self, attempt):
        dense, norm = self.pair()
        weights = [*dense.weights, *norm.weights]
        before = [expect.array("a weight", weight) for weight in weights]

        self.fold(attempt, dense, norm)
        for kept, weight in zip(before, weights, strict=True):
            expect.close(f"afterwards the {weight.name}", weight, kept, "return new arrays: neither layer is changed")


def _weights(dense, norm):
    """Return all weights by name; what a layer does without is None."""
    weights = {name: getattr(dense, name) for name in ("kernel", "bias")}
    return weights | {name: getattr(norm, name) for name in ("gamma", "beta", "moving_mean", "moving_variance")}
