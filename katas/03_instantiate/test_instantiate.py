"""Kata 03: the models that the six functions return must compute what the lesson says, however they are written."""

from itertools import pairwise

import numpy as np
import pytest

from dojo import expect
from dojo.by_hand import dense_chain
from dojo.inputs import normal
from dojo.weights import set_weights_apart, set_weights_by_shape, shapes_of, values_by_shape


class DenseStack:
    """What holds for a chain of dense layers, whichever way it was built."""

    def build(self, attempt, **arguments):
        return expect.model("the result", getattr(attempt, self.step)(**arguments))

    @pytest.mark.parametrize(
        ("n_features", "units"),
        [
            pytest.param(784, (64, 32, 10), id="the defaults"),
            pytest.param(5, (4, 3, 2), id="three layers"),
            pytest.param(5, (4,), id="one layer"),
            pytest.param(4, (4, 4, 4), id="equal widths"),
        ],
    )
    def test_has_a_kernel_and_a_bias_a_layer(self, attempt, n_features, units):
        arguments = {} if n_features == 784 else {"n_features": n_features, "units": units}
        model = self.build(attempt, **arguments, activations=("relu",) * len(units))

        widths = (n_features, *units)
        expected = sorted([*pairwise(widths), *((width,) for width in units)])
        assert shapes_of(model) == expected, (
            f"for {n_features} features and units {units} the weights have shapes {shapes_of(model)}, expected "
            f"{expected} — each layer has a kernel (inputs, units) and a bias (units,) of its own"
        )

    @pytest.mark.parametrize("batch", [1, 6], ids=["one sample", "six samples"])
    def test_takes_batches_of_any_size(self, attempt, batch):
        model = self.build(attempt, n_features=5, units=(4, 3, 2), activations=("relu", "relu", "softmax"))

        why = "Input(shape=...) is the shape of one sample, without the batch axis"
        expect.output(f"the output for a batch of {batch}", model, normal(batch, 5), (batch, 2), why)

    @pytest.mark.parametrize(
        "activations",
        [
            pytest.param(("tanh", "relu", "softmax"), id="tanh relu softmax"),
            pytest.param(("sigmoid", "tanh", "linear"), id="sigmoid tanh linear"),
        ],
    )
    def test_applies_each_activation_in_its_place(self, attempt, activations):
        widths = (5, 4, 3, 2)
        model = self.build(attempt, n_features=5, units=(4, 3, 2), activations=activations)
        set_weights_apart(model)
        # All widths differ, so a shape names its weight.
        weights, x = values_by_shape(model), normal(6, 5)
        assert len(weights) == 6, f"the weights have shapes {shapes_of(model)}, expected 3 kernels and 3 biases"
        expected = dense_chain(x, widths, activations, weights)

        why = "layer by layer: activation(x @ kernel + bias), each with its own activation"
        expect.close(f"the output with activations {activations}", model(x), expected, why)

    def test_ends_in_probabilities_by_default(self, attempt):
        model = self.build(attempt)

        output = expect.output("the output for 3 images of 784 pixels", model, normal(3, 784), (3, 10))
        expect.close("the sum of each output row", output.sum(-1), np.ones(3), "the last default activation is softmax")


class TestBuildSequential(DenseStack):
    step = "build_sequential"


class TestBuildFunctional(DenseStack):
    step = "build_functional"


class TestBuildTwoInputs:
    def build(self, attempt, n_left=3, n_right=5, n_classes=4):
        return expect.model("the result", attempt.build_two_inputs(n_left, n_right, n_classes))

    def test_gives_probabilities_for_a_list_of_left_and_right(self, attempt):
        model = self.build(attempt)

        pairs = [normal(6, 3), normal(6, 5)]
        output = expect.output("the output for 6 pairs", model, pairs, (6, 4), "[left, right] in, a column a class out")
        assert (output >= 0).all(), f"the output holds {output.min():.3g}, expected probabilities — end in a softmax"
        expect.close("the sum of each output row", output.sum(-1), np.ones(6), "classes exclude each other: softmax")

    def test_tells_each_pair_by_itself(self, attempt):
        model, pairs = self.build(attempt), [normal(6, 3), normal(6, 5, seed=1)]
        together = expect.output("the output for 6 pairs", model, pairs, (6, 4))

        for row in range(6):
            alone = expect.output("the output for a pair alone", model, [side[row : row + 1] for side in pairs], (1, 4))
            why = "a pair is told by its two sides: not by chance, not by the other pairs of its batch"
            expect.close("the output for a pair alone", alone[0], together[row], why, atol=1e-3)

    @pytest.mark.parametrize(
        ("n_left", "n_right"), [pytest.param(3, 5, id="3 and 5"), pytest.param(5, 5, id="equal widths")]
    )
    def test_gives_each_side_a_dense_branch_of_its_own(self, attempt, n_left, n_right):
        model = self.build(attempt, n_left, n_right)

        rows = [weight.shape[0] for weight in model.weights if len(weight.shape) == 2]
        for side, width in (("left", n_left), ("right", n_right)):
            needed = 2 if n_left == n_right else 1
            assert rows.count(width) >= needed, (
                f"the kernels have {rows} rows for {n_left} features left and {n_right} right, none of its own for the "
                f"{side} side — each goes through a Dense before the two meet"
            )

    def test_lets_every_kernel_matter(self, attempt):
        model = self.build(attempt)
        pairs = [normal(6, 3), normal(6, 5, seed=1)]
        set_weights_apart(model)
        before = expect.output("the output", model, pairs, (6, 4))

        for kernel in [weight for weight in model.weights if len(weight.shape) == 2]:
            kept = expect.array("a kernel", kernel)
            kernel.assign(kept + normal(*kernel.shape))
            after = model(pairs)
            kernel.assign(kept)
            assert expect.differs(before, after), (
                f"the output stays the same when the kernel of shape {tuple(kernel.shape)} changes — a branch that "
                "does not lead to the output learns nothing"
            )

    @pytest.mark.parametrize("side", [0, 1], ids=["left", "right"])
    def test_looks_at_both_sides(self, attempt, side):
        model = self.build(attempt)
        set_weights_apart(model)
        pairs = [normal(6, 3), normal(6, 5)]
        others = list(pairs)
        others[side] = others[side] + 1.0

        name = ("left", "right")[side]
        assert expect.differs(model(pairs), model(others)), f"the output stays the same whatever the {name} input is"


class TestBuildTwoOutputs:
    def outputs(self, model, x):
        """Return the two outputs as arrays of the right shapes."""
        output = model(x)
        kind = expect.kind(output)
        assert isinstance(output, dict), f"the output is {kind}, expected a dict — keras.Model takes one as its outputs"
        assert set(output) == {"digit", "parity"}, f"the outputs are {sorted(output)}, expected 'digit' and 'parity'"
        digit = expect.array("the digit output", output["digit"], (len(x), 4), "a column a class")
        parity = expect.array("the parity output", output["parity"], (len(x), 1), "one column: the share of odd")
        return digit, parity

    def build(self, attempt):
        return expect.model("the result", attempt.build_two_outputs(5, 4))

    def test_tells_the_digit_by_softmax(self, attempt):
        model = self.build(attempt)
        set_weights_apart(model)

        digit, _ = self.outputs(model, 10 * normal(6, 5))
        assert (digit >= 0).all(), f"the digit output holds {digit.min():.3g}, expected probabilities — softmax"
        expect.close("the sum of each digit row", digit.sum(-1), np.ones(6), "classes exclude each other: softmax")
        assert expect.differs(digit[0], digit[1:]), "the digit output is the same for every sample"

    def test_tells_the_parity_by_sigmoid(self, attempt):
        model = self.build(attempt)
        for weight in model.weights:
            weight.assign(normal(*weight.shape, seed=1))

        _, parity = self.outputs(model, 3 * normal(6, 5))
        low, high = parity.min(), parity.max()
        assert 0 <= low <= high <= 1, f"parity runs from {low:.3g} to {high:.3g}, expected 0 to 1 — sigmoid"
        assert expect.differs(low, high), (
            f"parity is {low:.3g} for every sample — a softmax over one unit is always 1: sigmoid"
        )

    def test_shares_a_trunk_and_gives_each_output_a_head(self, attempt):
        model = self.build(attempt)
        set_weights_apart(model)
        x = normal(6, 5)
        before = self.outputs(model, x)
        moved = set()
        for weight in model.weights:
            kept = expect.array("a weight", weight)
            weight.assign(kept + 0.5 * np.abs(normal(*weight.shape)))
            moved.add(tuple(expect.differs(b, a) for b, a in zip(before, self.outputs(model, x), strict=True)))
            weight.assign(kept)

        assert (True, True) in moved, (
            "no weight moves both outputs — one trunk feeds both heads, not a network for each"
        )
        assert (True, False) in moved, (
            "no weight moves the digit alone — both heads stand on the trunk, not on each other"
        )
        assert (False, True) in moved, "no weight moves the parity alone — each output needs a head of its own"


class TestBuildSiamese:
    def build(self, attempt, n_features=5, n_embedding=3):
        model = expect.model("the result", attempt.build_siamese(n_features, n_embedding))
        set_weights_apart(model)
        return model

    def distances(self, model, a, b, what="distance(a, b)"):
        return expect.output(
            what, model, [a, b], (len(a), 1), "one distance a pair: sum over the last axis, the embedding's"
        )

    def test_distance_of_a_pair_of_equals_is_zero(self, attempt):
        a = normal(6, 5)

        distance = self.distances(self.build(attempt), a, a, "distance(a, a)")
        worst = np.abs(distance).max()
        # Written so that NaN fails too.
        assert worst < 1e-3, (
            f"distance(a, a) is {worst:.3g}, expected 0 — one encoder must serve both inputs; two get different weights"
        )

    def test_distance_is_the_same_both_ways(self, attempt):
        model, a, b = self.build(attempt), normal(6, 5), normal(6, 5, seed=1)

        why = "swapping the two inputs must not matter: one encoder for both"
        expect.close("distance(b, a)", self.distances(model, b, a), self.distances(model, a, b), why)

    def test_distances_are_euclidean_in_the_embedding(self, attempt):
        model, points = self.build(attempt), normal(8, 5)
        first, second = np.repeat(points, 8, axis=0), np.tile(points, (8, 1))
        distance = self.distances(model, first, second).reshape(8, 8).astype("float64")
        assert (distance >= 0).all(), f"a distance is {distance.min():.3g}, expected none below 0"
        assert distance.max() > 1e-2, "all distances are 0 — does the encoder see its input?"

        # Schoenberg 1935: distances are Euclidean in k dimensions just if these values are >= 0, and at most k above.
        centre = np.eye(8) - 1 / 8
        values = np.linalg.eigvalsh(-0.5 * centre @ distance**2 @ centre)
        slack = 1e-3 * values.max()
        assert values.min() > -slack, (
            "the distances do not fit points in a plane or space — the root of the sum of the squared differences "
            "of the embeddings, not their absolute differences, their squares or an angle"
        )
        dimensions = int((values > slack).sum())
        assert dimensions <= 3, (
            f"the distances need {dimensions} dimensions, expected n_embedding = 3 — measure between embeddings"
        )

    def test_distance_is_a_sum_over_the_embedding(self, attempt):
        model, a, b = self.build(attempt), normal(6, 5), normal(6, 5, seed=1)
        distance = self.distances(model, a, b)

        for encoder in [part for part in model._flatten_layers(include_self=False) if _encodes(part, a, 3)]:
            expected = np.linalg.norm(
                expect.array("a", encoder(a)) - expect.array("b", encoder(b)), axis=-1, keepdims=True
            )
            ratio = (distance / expected).mean()
            scaled = np.allclose(distance, ratio * expected, rtol=1e-3) and abs(ratio - 1) > 1e-2
            assert not scaled, (
                f"the distances are {ratio:.3g} times those between the embeddings, expected 1 — the root of the sum "
                "of the squares, not of their mean"
            )

    def test_can_be_trained_on_a_pair_of_equals(self, attempt):
        model, a = self.build(attempt), normal(6, 5)

        model.compile(optimizer="sgd", loss="mse")
        model.fit([a, a], np.ones((6, 1), "float32"), epochs=1, verbose=0)

        for weight in model.get_weights():
            why = "the slope of a square root is infinite at 0: keep what goes into it above 0"
            expect.finite("a weight after one training step on a pair of equals", weight, why)


def _encodes(part, a, n_embedding):
    """Whether a part of the model maps samples to embeddings by itself."""
    try:
        return tuple(part(a).shape) == (len(a), n_embedding)
    except Exception:
        return False  # it takes something else than samples


class TestBuildResidual:
    def build(self, attempt, n_blocks):
        return expect.model(f"the result for {n_blocks} blocks", attempt.build_residual(5, n_blocks))

    @pytest.mark.parametrize("n_blocks", [0, 1, 3], ids=lambda n: f"{n} blocks")
    def test_is_the_identity_with_all_weights_zero(self, attempt, n_blocks):
        model, x = self.build(attempt, n_blocks), normal(6, 5)
        model.set_weights([np.zeros(weight.shape) for weight in model.weights])

        what = f"the output with {n_blocks} block{'s' * (n_blocks != 1)} of zeros"
        output = expect.output(what, model, x, (6, 5), "a block adds, so it keeps the width of its input")
        expect.close(what, output, x, "a block of zeros adds nothing to its input, and nothing bends the sum")

    def test_is_the_identity_without_blocks(self, attempt):
        model, x = self.build(attempt, 0), normal(6, 5)
        set_weights_apart(model)

        output = expect.output("the output without blocks", model, x, (6, 5), "nothing is done to the input")
        expect.close("the output without blocks", output, x, "n_blocks says how many there are: of 0 there is none")

    def test_every_block_has_weights_of_its_own(self, attempt):
        one, three = (len(self.build(attempt, n_blocks).weights) for n_blocks in (1, 3))

        assert one > 0, "a model of one block has no weights — a block is a layer or two"
        assert three == 3 * one, (
            f"3 blocks have {three} weights where 1 has {one}, expected {3 * one} — each block has layers of its own"
        )

    def test_each_block_adds_to_the_block_before_it(self, attempt):
        one, three, x = self.build(attempt, 1), self.build(attempt, 3), normal(6, 5)
        set_weights_by_shape(one)
        set_weights_by_shape(three)
        once = expect.output("the output of one block", one, x, (6, 5), "a block keeps the width of its input")
        assert expect.differs(once, x), "one block with weights gives its input back — it must add its own output"

        # With like weights in each, three blocks are one block three times.
        why = "a block adds to the block before it, not to the first input, and each has its own skip"
        expect.close(
            "the output of three like blocks", three(x), expect.array("three times one block", one(one(once))), why
        )
