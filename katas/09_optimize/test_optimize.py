"""Kata 09: a step is right when a weight moves as far as Keras's own optimizer moves it, each time it is asked."""

from functools import cache
from itertools import pairwise

import keras
import numpy as np
import pytest
from keras import ops
from keras.optimizers import SGD, Adam

from dojo import expect
from dojo.by_hand import ACTIVATIONS
from dojo.inputs import normal


def values_of(variable):
    """Return what a variable holds now, which no later step changes."""
    return np.array(expect.array("a variable", variable))


# What is told apart by training: a softmax regression, whose gradients can be worked out by hand.

CLASSES = 3
# Large and small batches in turn: what is remembered of the squares matters.
SCALES = (1.0, 3.0, 0.3, 1.0, 0.2)


def probabilities(x, kernel, bias):
    return ACTIVATIONS["softmax"](x @ kernel + bias)


def start():
    return normal(4, CLASSES, seed=7), normal(CLASSES, seed=8)


def batches():
    """Return pairs of samples and one-hot labels; of the first eight, five are classified right from the start."""
    pairs = []
    for number, scale in enumerate(SCALES):
        x = scale * normal(8, 4, seed=number)
        labels = probabilities(x, *start()).argmax(-1)
        labels[:3] = (labels[:3] + 1) % CLASSES
        pairs.append((x, np.eye(CLASSES, dtype="float32")[labels]))
    return pairs


def trained_by(optimizer):
    """Return the kernel after a step on each batch, with gradients by hand and one of Keras's optimizers."""
    variables = [keras.Variable(value) for value in start()]
    for x, y in batches():
        slopes = (probabilities(x, *map(values_of, variables)) - y) / len(x)
        optimizer.apply([ops.convert_to_tensor(g) for g in (x.T @ slopes, slopes.sum(0))], variables)
    return expect.array("the kernel", variables[0])


class TestCompileWithAdam:
    def build(self, attempt, learning_rate=0.05, beta_1=0.5, beta_2=0.8):
        softmax = keras.layers.Dense(CLASSES, activation="softmax")
        # The last layer does nothing but hide the softmax, behind which TensorFlow would look for logits.
        model = keras.Sequential([keras.Input((4,)), softmax, keras.layers.Rescaling(1.0)])
        model.set_weights(start())
        attempt.compile_with_adam(model, learning_rate, beta_1, beta_2)
        assert model.compiled, (
            "the model is not compiled afterwards — model.compile() prepares the model it is called on"
        )
        return model

    def train(self, model, count=1):
        """Train on the first batches and return what was reported for the last."""
        why = "one-hot labels are for the categorical cross-entropy, integers for the sparse one"
        for x, y in batches()[:count]:
            with expect.works("training on one-hot labels stops", why):
                logs = model.train_on_batch(x, y, return_dict=True)
        return logs

    def test_trains_on_the_categorical_crossentropy(self, attempt):
        loss = self.train(self.build(attempt)).get("loss")

        x, y = batches()[0]
        p = probabilities(x, *start())
        expected = -np.log(p[y == 1]).mean()
        again = probabilities(p, np.eye(CLASSES), 0)
        readings = [
            ("the outputs are probabilities already, not logits", -np.log(again[y == 1]).mean()),
            ("that is the squared error", np.square(p - y).mean()),
            (
                "that is the binary one, which takes each class for a question of its own",
                -np.log(np.where(y == 1, p, 1 - p)).mean(),
            ),
            ("no loss is given, so there is nothing to learn", 0.0),
        ]
        why = expect.meaning(
            expect.number("the loss", loss), readings, "the mean over samples of -log of the right class"
        )
        expect.close("the loss of the first batch", loss, expected, why)

    def test_reports_the_accuracy(self, attempt):
        logs = self.train(self.build(attempt))

        reported = {name: expect.array(name, value).round(3).tolist() for name, value in logs.items() if name != "loss"}
        assert 0.625 in reported.values(), (
            f"training reports {reported or 'nothing but the loss'} where 5 of 8 samples are right, expected 0.625 "
            "under any name — a metric of compile(): the share of rows whose largest output is that of their class"
        )

    def test_moves_the_weights_as_adam_does(self, attempt):
        model = self.build(attempt, 0.05, 0.5, 0.8)
        self.train(model, len(SCALES))

        self.claim(expect.array("the kernel", model.weights[0]), 0.05, 0.5, 0.8)

    def test_takes_any_rate_and_betas(self, attempt):
        model = self.build(attempt, 0.2, 0.8, 0.6)
        with expect.works("model.optimizer.apply(gradients, variables) stops", "compile() is given an optimizer"):
            kernel = trained_by(model.optimizer)

        self.claim(kernel, 0.2, 0.8, 0.6)

    def claim(self, got, rate, beta_1, beta_2):
        """Claim that a kernel is where Adam moves it."""
        expected = trained_by(Adam(rate, beta_1, beta_2))
        if not np.allclose(got, expected, rtol=5e-4, atol=5e-5):
            what = f"the kernel after 5 steps at rate {rate}, beta_1 {beta_1} and beta_2 {beta_2}"
            expect.close(what, got, expected, self.why(got, rate, beta_1, beta_2), rtol=5e-4, atol=5e-5)

    def why(self, got, rate, beta_1, beta_2):
        others = {
            "the two betas are swapped": Adam(rate, beta_2, beta_1),
            "both betas are Keras's defaults: pass yours": Adam(rate),
            "beta_1 is Keras's default: pass yours": Adam(rate, beta_2=beta_2),
            "beta_2 is Keras's default: pass yours": Adam(rate, beta_1),
            "the rate is Keras's default of 0.001: pass yours": Adam(beta_1=beta_1, beta_2=beta_2),
            "'adam' by its name has its own rate and betas: make the optimizer yourself": Adam(),
            "that is plain gradient descent": SGD(rate),
            "that is RMSprop, which compile() takes when it is told nothing": keras.optimizers.RMSprop(),
            "that is RMSprop": keras.optimizers.RMSprop(rate),
            "that is AdamW, whose weights decay as well": keras.optimizers.AdamW(rate, beta_1=beta_1, beta_2=beta_2),
            "that is Nadam": keras.optimizers.Nadam(rate, beta_1, beta_2),
            "that is AMSGrad, a variant": Adam(rate, beta_1, beta_2, amsgrad=True),
        }
        readings = [("the weights have not moved at all", start()[0])]
        readings += [(why, trained_by(other)) for why, other in others.items()]
        return expect.meaning(
            got, readings, "Adam with just this rate and these betas, on the weights that the model had"
        )


# The steps by hand.


@cache
def walk_of_keras(optimizer, shape, scale=1.0, **settings):
    """Return (number, gradient, before, after) of four steps; before and after: the weight and what is kept with it."""
    optimizer = optimizer(**settings)
    weight = keras.Variable(normal(*shape, seed=1))
    optimizer.build([weight])
    # The first two are the number of steps and the learning rate.
    kept = [weight, *optimizer.variables[2:]]
    states = [[values_of(variable) for variable in kept]]
    gradients = [scale * size * normal(*shape, seed=seed) for seed, size in ((2, 1.0), (3, 2.0), (4, 0.5), (5, 1.0))]
    for gradient in gradients:
        optimizer.apply([ops.convert_to_tensor(gradient)], [weight])
        states.append([values_of(variable) for variable in kept])
    steps = [(*step, *pair) for step, pair in zip(enumerate(gradients, start=1), pairwise(states), strict=True)]
    # The first comes last: it starts from zeros, where many mistakes look alike.
    return steps[1:] + steps[:1]


def walk(*arguments, **settings):
    """Return the steps as fresh NumPy arrays, which an attempt may spoil."""
    return [
        (number, np.array(gradient), [np.array(value) for value in before], [np.array(value) for value in after])
        for number, gradient, before, after in walk_of_keras(*arguments, **settings)
    ]


def given(names, values, **settings):
    """Return words for what a step was given: the numbers themselves if they are few."""
    words = [f"arrays of shape {np.shape(values[0])}"]
    if np.ndim(values[0]) == 0:
        words = [f"{name} {expect.show(value)}" for name, value in zip(names, values, strict=True)]
    return "for " + ", ".join([*words, *(f"{name} {value}" for name, value in settings.items())])


def claim_unchanged(names, given, kept):
    """Claim that what a step was given is what it was."""
    for name, now, then in zip(names, given, kept, strict=True):
        why = "-= and the like change the caller's array: make a new one"
        expect.close(f"the {name} that went in", now, then, why)


SHAPES = [
    pytest.param((), np.asarray, id="a scalar"),
    pytest.param((3,), np.asarray, id="a vector"),
    pytest.param((2, 3), ops.convert_to_tensor, id="a matrix as a tensor"),
]
STOPS, ARRAYS = "the step stops", "weights and gradients come as NumPy arrays and as tensors, steps from 1 on"
each_shape = pytest.mark.parametrize(("shape", "kind"), SHAPES)


class TestSgdStep:
    @each_shape
    @pytest.mark.parametrize("rate", [0.3, 1.7], ids=lambda rate: f"rate {rate}")
    def test_moves_the_weight_as_keras_does(self, attempt, shape, kind, rate):
        for _, gradient, (weight,), (expected,) in walk(SGD, shape, learning_rate=rate):
            what = "the new weight " + given(("weight", "gradient"), (weight, gradient), learning_rate=rate)
            with expect.works(STOPS, ARRAYS):
                got = attempt.sgd_step(kind(weight), kind(gradient), rate)
            got = expect.array(what, got, shape, "shaped as before")
            readings = [
                ("a gradient points uphill, the step goes down: minus", weight + rate * gradient),
                ("the learning rate scales the gradient", weight - gradient),
                ("0.01 is Keras's default: use the rate that is given", weight - 0.01 * gradient),
                ("that is the step: return the weight after it", -rate * gradient),
                ("that is the step: return the weight after it", rate * gradient),
                ("that is the weight as it was", weight),
                ("the size of the gradient counts, not its sign alone", weight - rate * np.sign(gradient)),
                ("each weight has a gradient of its own: no mean", weight - rate * gradient.mean()),
            ]
            expect.close(what, got, expected, expect.meaning(got, readings, "weight - learning_rate * gradient"))

    def test_leaves_its_arguments_as_they_were(self, attempt):
        arguments = [normal(2, 3, seed=1), normal(2, 3, seed=2)]
        kept = [value.copy() for value in arguments]
        expect.array("the result", attempt.sgd_step(*arguments, 0.3), (2, 3))

        claim_unchanged(("weight", "gradient"), arguments, kept)


class TestMomentumStep:
    def results(self, attempt, shape, kind, rate, momentum):
        """Yield words for a step, its gradient, the state before, and the states after, the attempt's and Keras's."""
        names, after = ("weight", "gradient", "velocity"), ("weight", "velocity")
        for _, gradient, before, expected in walk(SGD, shape, learning_rate=rate, momentum=momentum):
            arguments = before[0], gradient, before[1]
            words = given(names, arguments, learning_rate=rate, momentum=momentum)
            with expect.works(STOPS, ARRAYS):
                got = attempt.momentum_step(*map(kind, arguments), rate, momentum)
            got = [
                expect.array(f"the new {name} {words}", value, shape, "(weight, velocity), both shaped as before")
                for name, value in zip(after, expect.parts("the result", got, 2), strict=True)
            ]
            yield words, gradient, before, got, expected

    @each_shape
    @pytest.mark.parametrize(("rate", "momentum"), [(0.3, 0.8), (1.5, 0.25)], ids=["0.3 and 0.8", "1.5 and 0.25"])
    def test_velocity_is_that_of_keras(self, attempt, shape, kind, rate, momentum):
        for words, gradient, (_, old), (_, got), (weight, velocity) in self.results(
            attempt, shape, kind, rate, momentum
        ):
            kept, pull = momentum * old, rate * gradient
            in_full = "the gradient counts in full: this is no mean of old and new"
            readings = [
                ("(weight, velocity): the weight comes first", weight),
                ("the rate belongs into it: it is a step, not a sum of gradients", kept + gradient),
                ("the rate belongs into it: it is a step, not a sum of gradients", kept - gradient),
                ("it is the step itself, downhill: minus the rate times the gradient", kept + pull),
                ("that is the old one: return the new one", old),
                (in_full, kept - (1 - momentum) * pull),
                (in_full, kept + (1 - momentum) * pull),
                (in_full, kept + (1 - momentum) * gradient),
                ("only a share of the old velocity is kept: momentum times it", old - pull),
                ("momentum scales the old velocity alone", momentum * (old - pull)),
                ("momentum scales the old velocity, not the gradient", old - momentum * pull),
                ("0.9 is a custom: use the momentum that is given", 0.9 * old - pull),
                ("that is the step of Nesterov's method, not the velocity", momentum * velocity - pull),
            ]
            why = expect.meaning(got, readings, "velocity ← momentum * velocity - learning_rate * gradient")
            expect.close(f"the new velocity {words}", got, velocity, why)

    @each_shape
    def test_weight_moves_by_the_new_velocity(self, attempt, shape, kind):
        for words, gradient, (weight, old), (got, _), (expected, velocity) in self.results(
            attempt, shape, kind, 0.3, 0.8
        ):
            readings = [
                ("that is the weight as it was", weight),
                ("by the new velocity, not by the old one", weight + old),
                ("the velocity points downhill already: plus", weight - velocity),
                ("that is Nesterov's step, which looks ahead", weight + 0.8 * velocity - 0.3 * gradient),
                ("the rate is in the velocity already", weight + 0.3 * velocity),
                ("the rate is in the velocity already", weight - 0.3 * velocity),
                (
                    "that is plain gradient descent: what is kept of the old velocity counts too",
                    weight - 0.3 * gradient,
                ),
                ("that is the velocity: return the weight after it", velocity),
            ]
            expect.close(
                f"the new weight {words}", got, expected, expect.meaning(got, readings, "weight + the new velocity")
            )

    def test_keeps_nothing_between_calls(self, attempt):
        other, *_, (_, gradient, (weight, velocity), after) = walk(SGD, (3,), learning_rate=0.3, momentum=0.8)
        _, before, (other_weight, other_velocity), _ = other
        attempt.momentum_step(other_weight, before, other_velocity, 0.3, 0.8)
        got = expect.parts("the result", attempt.momentum_step(weight, gradient, velocity, 0.3, 0.8), 2)

        for name, value, expected in zip(("weight", "velocity"), got, after, strict=True):
            why = "the velocity comes in as an argument and goes out with the result; nothing else is remembered"
            expect.close(f"the new {name}, after another weight had its step,", value, expected, why)

    def test_leaves_its_arguments_as_they_were(self, attempt):
        arguments = [normal(2, 3, seed=seed) for seed in (1, 2, 3)]
        kept = [value.copy() for value in arguments]
        expect.parts("the result", attempt.momentum_step(*arguments, 0.3, 0.8), 2)

        claim_unchanged(("weight", "gradient", "velocity"), arguments, kept)


DEFAULTS = {"learning_rate": 0.001, "beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-7}
# An epsilon so large that its place is felt.
LONG = {"learning_rate": 0.05, "beta_1": 0.8, "beta_2": 0.95, "epsilon": 0.1}
SHORT = {"learning_rate": 0.5, "beta_1": 0.3, "beta_2": 0.6, "epsilon": 0.4}
each_adam = pytest.mark.parametrize(
    ("shape", "kind", "scale", "settings"),
    [
        pytest.param((), np.asarray, 1.0, LONG, id="a scalar"),
        pytest.param((3,), np.asarray, 1.0, SHORT, id="a vector"),
        pytest.param((2, 3), ops.convert_to_tensor, 1.0, LONG, id="a matrix as a tensor"),
        # Gradients so small that the default epsilon is felt.
        pytest.param((3,), np.asarray, 1e-6, {}, id="the defaults and tiny gradients"),
    ],
)
STATE = ("weight", "m", "v")


class TestAdamStep:
    def results(self, attempt, shape, kind, scale, settings):
        """Yield number and words of a step, gradient, state before, and states after, the attempt's and Keras's."""
        for number, gradient, before, expected in walk(Adam, shape, scale, **settings):
            arguments = before[0], gradient, *before[1:]
            words = given(("weight", "gradient", "m", "v"), arguments, step=number, **(settings or {"the": "defaults"}))
            with expect.works(STOPS, ARRAYS):
                got = attempt.adam_step(*map(kind, arguments), number, **settings)
            got = [
                expect.array(f"the new {name} {words}", value, shape, "(weight, m, v), all shaped as before")
                for name, value in zip(STATE, expect.parts("the result", got, 3), strict=True)
            ]
            yield number, words, gradient, before, got, expected

    def claim(self, what, got, expected, readings, otherwise):
        expect.close(what, got, expected, expect.meaning(got, readings, otherwise), atol=1e-5 * np.abs(expected).max())

    @each_adam
    def test_m_averages_the_gradients(self, attempt, shape, kind, scale, settings):
        _, beta_1, beta_2, _ = (settings or DEFAULTS).values()
        for number, words, g, (_, old, _), (_, got, _), (weight, m, v) in self.results(
            attempt, shape, kind, scale, settings
        ):
            readings = [
                ("that is the m that came in: return the new one", old),
                ("(weight, m, v) is the order of the result", weight),
                ("(weight, m, v) is the order of the result", v),
                ("m itself: its correction belongs to the step, not to what is kept", m / (1 - beta_1**number)),
                ("beta_1 is the share of the old m that is kept", (1 - beta_1) * old + beta_1 * g),
                ("the gradient comes in with the rest, 1 - beta_1", beta_1 * old + g),
                ("beta_1 is for m, beta_2 for v", beta_2 * old + (1 - beta_2) * g),
                ("0.9 is only the default of beta_1", 0.9 * old + 0.1 * g),
                ("m is an average: plus, and the step goes downhill later", beta_1 * old - (1 - beta_1) * g),
            ]
            self.claim(f"the new m {words}", got, m, readings, "m ← beta_1 * m + (1 - beta_1) * gradient")

    @each_adam
    def test_v_averages_their_squares(self, attempt, shape, kind, scale, settings):
        _, beta_1, beta_2, _ = (settings or DEFAULTS).values()
        for number, words, g, (_, _, old), (_, _, got), (_, m, v) in self.results(
            attempt, shape, kind, scale, settings
        ):
            readings = [
                ("that is the v that came in: return the new one", old),
                ("(weight, m, v) is the order of the result", m),
                ("v itself: its correction belongs to the step, not to what is kept", v / (1 - beta_2**number)),
                ("beta_2 is the share of the old v that is kept", (1 - beta_2) * old + beta_2 * g**2),
                ("the square comes in with the rest, 1 - beta_2", beta_2 * old + g**2),
                ("beta_1 is for m, beta_2 for v", beta_1 * old + (1 - beta_1) * g**2),
                ("0.999 is only the default of beta_2", 0.999 * old + 0.001 * g**2),
                ("an average of the gradients' squares, not of the gradients", beta_2 * old + (1 - beta_2) * g),
                ("an average of the gradients' squares, not of their sizes", beta_2 * old + (1 - beta_2) * np.abs(g)),
                ("an average of the gradients' squares, not of m's", beta_2 * old + (1 - beta_2) * m**2),
                ("v itself: its root belongs to the step, not to what is kept", np.sqrt(v)),
            ]
            self.claim(f"the new v {words}", got, v, readings, "v ← beta_2 * v + (1 - beta_2) * gradient**2")

    @each_adam
    def test_weight_moves_as_keras_moves_it(self, attempt, shape, kind, scale, settings):
        rate, beta_1, beta_2, epsilon = (settings or DEFAULTS).values()
        for number, words, g, (weight, old_m, old_v), (got, _, _), (expected, m, v) in self.results(
            attempt, shape, kind, scale, settings
        ):
            grown_m, grown_v = 1 - beta_1**number, 1 - beta_2**number
            of_one_more = (
                np.sqrt(1 - beta_2 ** (number + 1)) / (1 - beta_1 ** (number + 1)) * m / (np.sqrt(v) + epsilon)
            )
            both = np.sqrt(grown_v) / grown_m
            under_the_root = "epsilon stands beside the root, not under it"
            no_root = "by the root of v, not by v"
            moves = [
                ("that is the weight as it was", 0 * m),
                (
                    "epsilon beside the root of v as it is, not of the corrected v: that is where Keras adds it",
                    m / grown_m / (np.sqrt(v / grown_v) + epsilon),
                ),
                ("m and v start at 0 and are too small at first: correct both", m / (np.sqrt(v) + epsilon)),
                ("v needs a correction as m does", m / grown_m / (np.sqrt(v) + epsilon)),
                ("m needs a correction as v does", m / (np.sqrt(v / grown_v) + epsilon)),
                (
                    "the correction of v stands under the root, as v does",
                    both**2 * grown_m * m / (np.sqrt(v) + epsilon),
                ),
                ("step counts from 1 already", of_one_more),
                ("by the new m and v, not the old", both * old_m / (np.sqrt(old_v) + epsilon)),
                ("by the new m, not the old", both * old_m / (np.sqrt(v) + epsilon)),
                ("by the new v, not the old", both * m / (np.sqrt(old_v) + epsilon)),
                ("m is the direction, not the gradient alone", both * g / (np.sqrt(v) + epsilon)),
                (under_the_root, both * m / np.sqrt(v + epsilon)),
                (under_the_root, m / grown_m / np.sqrt(v / grown_v + epsilon)),
                (no_root, both * m / (v + epsilon)),
                (no_root, m / grown_m / (v / grown_v + epsilon)),
                ("epsilon is missing", both * m / np.sqrt(v)),
                ("1e-7 is only the default of epsilon", both * m / (np.sqrt(v) + 1e-7)),
                ("1e-8 is the paper's epsilon, 1e-7 Keras's", both * m / (np.sqrt(v) + 1e-8)),
                ("0.001 is only the default of the rate", 0.001 / rate * both * m / (np.sqrt(v) + epsilon)),
                ("the step goes downhill: minus", -both * m / (np.sqrt(v) + epsilon)),
                ("that is plain gradient descent", g),
            ]
            why = "weight - rate * sqrt(1 - beta_2**step) / (1 - beta_1**step) * m / (sqrt(v) + epsilon), new m and v"
            # Of the step, which may be small beside the weight.
            why = expect.meaning((weight - got) / rate, moves, why)
            small = 1e-3 * np.abs(expected - weight).max()
            expect.close(f"the new weight {words}", got, expected, why, rtol=1e-6, atol=small)

    def test_keeps_nothing_between_calls(self, attempt):
        other, *_, (_, gradient, before, after) = walk(Adam, (3,), 1.0, **SHORT)
        number, other_gradient, (weight, *averages), _ = other
        attempt.adam_step(weight, other_gradient, *averages, number, **SHORT)
        got = expect.parts("the result", attempt.adam_step(before[0], gradient, *before[1:], 1, **SHORT), 3)

        for name, value, expected in zip(STATE, got, after, strict=True):
            why = "m, v and the number of the step come in as arguments; nothing else is remembered"
            expect.close(f"the new {name}, after another weight had its step,", value, expected, why)

    def test_leaves_its_arguments_as_they_were(self, attempt):
        arguments = [normal(2, 3, seed=1), normal(2, 3, seed=2), normal(2, 3, seed=3), normal(2, 3, seed=4) ** 2]
        kept = [value.copy() for value in arguments]
        expect.parts("the result", attempt.adam_step(*arguments, 2, learning_rate=0.5), 3)

        claim_unchanged(("weight", "gradient", "m", "v"), arguments, kept)


# What is told apart by the way of one weight whose slope is 1 everywhere: under plain gradient descent it falls by the
# learning rate in each batch.


class Way(keras.callbacks.Callback):
    """Notes how far the weight falls in each batch."""

    def __init__(self):
        super().__init__()
        self.falls = []

    def on_train_begin(self, logs=None):
        self._last = self._weight()

    def on_train_batch_end(self, batch, logs=None):
        now = self._weight()
        self.falls.append(self._last - now)
        self._last = now

    def _weight(self):
        return expect.array("the weight", self.model.weights[0]).item()


def falling(optimizer):
    """Return a compiled model whose only weight has a slope of 1."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
    model.compile(optimizer, loss=lambda y, outputs: ops.mean(outputs, axis=-1))
    return model


IN_FIT = "inside of fit the number of a step has no value yet: only keras.ops can compute with it"


def falls(model, n_batches, *callbacks, why=IN_FIT, initial_epoch=0, epochs=1):
    """Train with two samples a batch and return how far the weight fell in each, `(epochs, n_batches)`."""
    ones, way = np.ones((2 * n_batches, 1), "float32"), Way()
    with expect.works("training with it stops", why):
        model.fit(
            ones,
            ones,
            batch_size=2,
            verbose=0,
            callbacks=[*callbacks, way],
            initial_epoch=initial_epoch,
            epochs=epochs,
        )
    expected = (epochs - initial_epoch, n_batches)
    assert len(way.falls) == np.prod(expected), f"training ended after {len(way.falls)} of {np.prod(expected)} batches"
    return np.reshape(way.falls, expected)


class TestInverseTimeDecay:
    OWN = 0.3  # the rate that the optimizer is made with

    def build(self, attempt, learning_rate=0.8, decay_rate=0.5):
        got = attempt.inverse_time_decay(learning_rate, decay_rate)
        assert isinstance(got, keras.callbacks.Callback), (
            f"the result is {expect.kind(got)}, expected a keras.callbacks.Callback — a schedule counts batches, but "
            "a callback sees an epoch begin; is it made, and returned?"
        )
        return got

    def claim(self, rates, epochs, when="", learning_rate=0.8, decay_rate=0.5):
        """Claim that these are the rates of the batches of these epochs."""
        epochs = np.array(epochs)
        expected = learning_rate / (1 + decay_rate * epochs)
        wrong = ~np.isclose(rates, expected[:, None], rtol=1e-3).all(axis=1)
        if wrong.any():
            row = int(np.argmax(wrong))
            rate = rates[row][~np.isclose(rates[row], expected[row], rtol=1e-3)][0]
            why = self.why(rates, epochs, expected, learning_rate, decay_rate)
            raise AssertionError(
                f"with learning_rate {learning_rate} and decay_rate {decay_rate} the rate in epoch {epochs[row]}{when} "
                f"is {expect.show(rate)}, expected {expect.show(expected[row])} — {why}"
            )

    def why(self, rates, epochs, expected, learning_rate, decay_rate):
        if not np.allclose(rates, rates[:, :1], rtol=1e-3):
            return "one rate for a whole epoch, set where it begins: here it changes from batch to batch"
        divisors = np.cumprod(1 + decay_rate * epochs)
        before = learning_rate / (1 + decay_rate * (epochs - 1))
        readings = [
            (
                "the optimizer keeps the rate it was made with: set model.optimizer.learning_rate",
                np.full(len(epochs), self.OWN),
            ),
            ("the rate never falls", np.full(len(epochs), learning_rate)),
            ("it compounds: divide learning_rate, not the current rate", learning_rate / divisors),
            ("it compounds: divide learning_rate, not the optimizer's current rate", self.OWN / divisors),
            ("start from learning_rate, not from the optimizer's own rate", self.OWN * expected / learning_rate),
            ("an epoch late: set it where an epoch begins, not where one ends", np.append(self.OWN, before[1:])),
            ("the first epoch needs it too: set it where an epoch begins", np.append(self.OWN, expected[1:])),
            ("epochs count from 0 already", learning_rate / (1 + decay_rate * (epochs + 1))),
            ("that is an exponential decay", learning_rate * np.exp(-decay_rate * epochs)),
            ("that is an exponential decay", learning_rate * np.float64(decay_rate) ** epochs),
            ("that is an exponential decay", learning_rate / (1 + decay_rate) ** epochs),
            ("that is a linear decay", learning_rate * (1 - decay_rate * epochs)),
        ]
        return expect.meaning(rates[:, 0], readings, "learning_rate / (1 + decay_rate * epoch)")

    def train(self, model, callback, **epochs):
        why = "the callback sets model.optimizer.learning_rate, one float, where an epoch begins"
        return falls(model, 2, callback, why=why, **epochs)

    @pytest.mark.parametrize(
        ("learning_rate", "decay_rate"),
        [pytest.param(0.8, 0.5, id="half"), pytest.param(0.1, 3.0, id="fast"), pytest.param(0.2, 0.0, id="no decay")],
    )
    def test_sets_the_rate_of_each_epoch(self, attempt, learning_rate, decay_rate):
        callback = self.build(attempt, learning_rate, decay_rate)
        rates = self.train(falling(SGD(self.OWN)), callback, epochs=4)

        self.claim(rates, range(4), "", learning_rate, decay_rate)

    def test_follows_the_epochs_of_fit(self, attempt):
        model, callback = falling(SGD(self.OWN)), self.build(attempt)
        first = self.train(model, callback, epochs=2)
        resumed = self.train(model, callback, initial_epoch=5, epochs=8)
        anew = self.train(model, callback, epochs=3)

        self.claim(first, range(2))
        self.claim(resumed, range(5, 8), " of a fit that goes on from epoch 5")
        self.claim(anew, range(3), " of a third fit, which begins anew,")


def rate_at(step, peak, warmup, total):
    """Return the rate at a step, by the half-angle formula."""
    if step < warmup:
        return peak * step / warmup
    if step >= total:
        return 0.0
    return peak * np.cos(np.pi / 2 * (step - warmup) / (total - warmup)) ** 2


class TestWarmupCosine:
    def build(self, attempt, *arguments):
        got = attempt.warmup_cosine(*arguments)
        assert isinstance(got, keras.optimizers.schedules.LearningRateSchedule), (
            f"the result is {expect.kind(got)}, expected a keras.optimizers.schedules.LearningRateSchedule, which an "
            "optimizer takes for its rate — is it made, and returned?"
        )
        return got

    def claim(self, got, steps, peak, warmup, total, whose="the rate"):
        """Claim that these are the rates at these steps."""
        expected = np.array([rate_at(step, peak, warmup, total) for step in steps])
        wrong = ~np.isclose(got, expected, rtol=1e-3, atol=1e-5 * peak)
        if wrong.any():
            first = int(np.argmax(wrong))
            raise AssertionError(
                f"with peak {peak}, warmup_steps {warmup} and total_steps {total} {whose} at step {steps[first]} is "
                f"{expect.show(got[first])}, expected {expect.show(expected[first])} — "
                f"{self.why(got, steps[first], np.array(steps), peak, warmup, total)}"
            )

    def why(self, got, first, steps, peak, warmup, total):
        if not np.isfinite(got).all():
            return "0 / 0 is no rate: with no warm-up nothing may be divided by its length"
        t = (steps - warmup) / (total - warmup)
        held = np.clip(t, 0, 1)

        def climbs_then(rates, begin=0):
            return np.where(steps < warmup, peak * (steps + begin) / max(warmup, 1), rates)

        def curve(*arguments, shift=0):
            return np.array([rate_at(step + shift, *arguments) for step in steps])

        def wave(t):
            return peak * (1 + np.cos(np.pi * t)) / 2

        readings = [
            ("it never leaves 0: rates are floats, so it starts at 0.0, not 0, and peak must be used", 0 * got),
            (
                "the cosine takes total_steps less the warm-up, not total_steps more",
                curve(peak, warmup, total + warmup),
            ),
            ("a cosine rises again: after total_steps hold it at 0", climbs_then(wave(t))),
            ("the cosine starts at its top where the warm-up ends", climbs_then(wave(np.clip(steps / total, 0, 1)))),
            ("there is no warm-up: Keras's takes a target and a number of steps", curve(peak, 0, total)),
            ("there is no warm-up: Keras's takes a target and a number of steps", curve(peak, 0, total - warmup)),
            ("step 0 is the first, and its rate is 0", curve(peak, warmup, total, shift=1)),
            ("step 0 is the first, and its rate is 0", climbs_then(wave(held), begin=1)),
            ("a straight line is no cosine", climbs_then(peak * (1 - held))),
            ("a cosine goes from 1 to -1: lift it by 1 and halve it", climbs_then(2 * wave(held) - peak)),
            (
                "half a wave, from top to bottom: a quarter of one ends too steep",
                climbs_then(peak * np.cos(np.pi / 2 * held)),
            ),
            ("nothing comes down after the warm-up", climbs_then(peak)),
        ]
        if first <= warmup:
            otherwise = "from 0 at step 0 in a straight line to peak at step warmup_steps"
        elif first < total:
            otherwise = "after the warm-up peak * (1 + cos(pi * t)) / 2, with t from 0 to 1 at total_steps"
        else:
            otherwise = "at total_steps, in which the warm-up is counted, it comes to 0 and stays there"
        return expect.meaning(got, readings, otherwise)

    @pytest.mark.parametrize(
        ("peak", "warmup", "total", "steps", "kind"),
        [
            pytest.param(0.5, 4, 12, (0, 1, 3, 4, 6, 9, 12, 13, 20), int, id="4 of 12 steps"),
            pytest.param(2.0, 1, 6, (0, 1, 2, 5, 6, 8), ops.convert_to_tensor, id="1 of 6 steps, as tensors"),
            pytest.param(0.1, 0, 7, (0, 1, 5, 7, 9), int, id="no warm-up"),
        ],
    )
    def test_climbs_to_the_peak_and_falls_to_zero(self, attempt, peak, warmup, total, steps, kind):
        schedule, got = self.build(attempt, peak, warmup, total), []
        why = "a step is an int or an integer tensor, rates are floats (0.0, not 0)"
        for step in steps:
            with expect.works(f"called with step {step} it stops", why):
                rate = schedule(kind(step))
            got.append(float(expect.array(f"the rate at step {step}", rate, (), "one number")))

        self.claim(np.array(got), steps, peak, warmup, total)

    @pytest.mark.parametrize("warmup", [3, 0], ids=["warm-up", "no warm-up"])
    def test_drives_an_optimizer(self, attempt, warmup):
        schedule = self.build(attempt, 0.5, warmup, 8)
        if keras.config.backend() == "torch":
            # There a step has its value in fit, too; what would stop the other backends shows on a device without any.
            with keras.device("meta"), expect.works("training with it stops elsewhere", IN_FIT):
                schedule(ops.zeros((), "int32"))
        with expect.works(
            "SGD does not take it for its learning rate", "an optimizer takes a schedule in place of a rate"
        ):
            model = falling(SGD(schedule))
        (rates,) = falls(model, 20)

        self.claim(rates, range(20), 0.5, warmup, 8, "the rate of SGD(schedule)")


def length(gradients):
    """Return the length of all gradients laid end to end."""
    return np.linalg.norm(np.concatenate([np.ravel(gradient) for gradient in gradients]))


class TestClippedSgd:
    # 3, 4 and 12 in all: 13 long.
    LONG = (np.array([3.0, 0.0, -4.0]), np.array([[0.0, 12.0], [0.0, 0.0]]))
    SHORT = tuple(gradient / 100 for gradient in LONG)

    def build(self, attempt, learning_rate, max_norm):
        got = attempt.clipped_sgd(learning_rate, max_norm)
        assert isinstance(got, keras.optimizers.Optimizer), (
            f"the result is {expect.kind(got)}, expected a keras.optimizers.Optimizer — is it made, and returned?"
        )
        return got

    def steps(self, optimizer, *rounds):
        """Return how far each of two variables goes in each round of gradients, all laid end to end."""
        variables = [keras.Variable(normal(*gradient.shape)) for gradient in rounds[0]]
        moves = []
        for gradients in rounds:
            before = [values_of(variable) for variable in variables]
            with expect.works("optimizer.apply(gradients, variables) stops", "an optimizer of Keras, with a clip"):
                optimizer.apply([ops.convert_to_tensor(g, "float32") for g in gradients], variables)
            after = [values_of(variable) for variable in variables]
            moves.append(np.concatenate([np.ravel(a - b) for a, b in zip(after, before, strict=True)]))
        return moves

    def claim(self, what, got, gradients, rate, max_norm):
        whole, flat = length(gradients), np.concatenate([np.ravel(gradient) for gradient in gradients])
        each = np.concatenate([np.ravel(gradient) * min(1, max_norm / length([gradient])) for gradient in gradients])
        expected = -rate * flat * min(1, max_norm / whole)
        bent = "their common direction is lost: all gradients have one norm and one factor"
        readings = [
            (f"each gradient is clipped by its own norm, so {bent}", -rate * each),
            (f"each number is clipped by itself, so {bent}", -rate * np.clip(flat, -max_norm, max_norm)),
            ("nothing is clipped: all gradients together may be max_norm long, not longer", -rate * flat),
            ("gradients that are short enough stay as they are", -rate * flat * max_norm / whole),
            ("clip the gradients, not the step", -rate * flat * min(1, max_norm / (rate * whole))),
            ("the learning rate and the norm are swapped", -max_norm * flat * min(1, rate / whole)),
            ("0.01 is only the default of the rate", 0.01 / rate * expected),
        ]
        otherwise = "-learning_rate * gradient * min(1, max_norm / norm of all gradients), whatever came before"
        expect.close(what, got, expected, expect.meaning(got, readings, otherwise))

    @pytest.mark.parametrize(("rate", "max_norm"), [(0.5, 2.6), (2.0, 6.5)], ids=["rate 0.5", "rate 2"])
    def test_shortens_all_gradients_by_one_factor(self, attempt, rate, max_norm):
        (got,) = self.steps(self.build(attempt, rate, max_norm), self.LONG)

        what = f"the step at rate {rate} and max_norm {max_norm} along gradients 5 and 12 long, together 13,"
        self.claim(what, got, self.LONG, rate, max_norm)

    def test_leaves_short_gradients_as_they_are(self, attempt):
        (got,) = self.steps(self.build(attempt, 0.5, 2.6), self.SHORT)

        self.claim(
            "the step at rate 0.5 and max_norm 2.6 along gradients 0.13 long together", got, self.SHORT, 0.5, 2.6
        )

    def test_sees_more_than_the_longest_gradient(self, attempt):
        # 3 and 4 are short enough, 5 is not.
        gradients = (np.array([3.0, 0.0, 0.0]), np.array([[0.0, 4.0], [0.0, 0.0]]))
        (got,) = self.steps(self.build(attempt, 0.5, 4.5), gradients)

        what = "the step at rate 0.5 and max_norm 4.5 along gradients 3 and 4 long, together 5,"
        self.claim(what, got, gradients, 0.5, 4.5)

    def test_takes_each_step_by_itself(self, attempt):
        *_, got = self.steps(self.build(attempt, 0.5, 2.6), self.LONG, self.LONG, self.SHORT)

        what = "the third step, along gradients 0.13 long together after two of 13,"
        self.claim(what, got, self.SHORT, 0.5, 2.6)

    def test_stands_gradients_of_zero(self, attempt):
        zeros = tuple(np.zeros_like(gradient) for gradient in self.LONG)
        (got,) = self.steps(self.build(attempt, 0.5, 2.6), zeros)

        expect.close("the step along gradients of zero", got, np.zeros(7), "0 / 0 is no factor: a norm may be 0")

    def test_trains_a_model(self, attempt):
        model = falling(self.build(attempt, 0.5, 0.2))
        got = falls(model, 2, why="inside of fit a gradient has no value yet: only keras.ops can compute with it")

        why = "in fit a step is learning_rate * max_norm long at most, too"
        expect.close("the way of a weight of slope 1 at rate 0.5 and max_norm 0.2", got, [[0.1, 0.1]], why)
