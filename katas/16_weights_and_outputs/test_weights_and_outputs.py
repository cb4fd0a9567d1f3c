"""Kata 16: small models with known weights, whose outputs are worked out layer by layer in NumPy."""

import keras
import numpy as np
import pytest
from keras import layers, ops

from dojo import expect
from dojo.inputs import normal
from dojo.plain import name_of, plain

# Each name is the beginning of one that comes before it.
BLOCKS = ("block_10", "block_1", "block")


def fill(model):
    """Give each weight of a model values of its own, the same for any seed."""
    for index, weight in enumerate(model.weights):
        values = normal(*weight.shape, seed=index)
        weight.assign(np.abs(values) + 0.5 if "variance" in weight.name else values)
    return model


def chain():
    """Return a Sequential model that was never called: dense, norm, dropout and dense layers."""
    relu, tanh, last = BLOCKS
    return fill(
        keras.Sequential(
            [
                keras.Input((5,)),
                layers.Dense(4, activation="relu", name=relu),
                layers.BatchNormalization(name="norm"),
                layers.Dropout(0.5, name="drop"),
                layers.Dense(4, activation="tanh", name=tanh),
                layers.Dense(4, activation="tanh", name=last),
                layers.Dense(2, name="out"),
            ],
            name="chain",
        )
    )


def graph():
    """Return a functional model of the same layers, with a path around some of them."""
    relu, tanh, last = BLOCKS
    inputs = keras.Input((5,), name="pixels")
    first = layers.Dense(4, activation="relu", name=relu)(inputs)
    x = layers.BatchNormalization(name="norm")(first)
    x = layers.Dropout(0.5, name="drop")(x)
    x = layers.Dense(4, activation="tanh", name=tanh)(x)
    x = layers.Add(name="sum")([x, first])
    x = layers.Dense(4, activation="tanh", name=last)(x)
    return fill(keras.Model(inputs, layers.Dense(2, name="out")(x), name="graph"))


def two_inputs():
    """Return a functional model of two inputs with a dense layer on each."""
    left, right = keras.Input((3,), name="left"), keras.Input((5,), name="right")
    both = [layers.Dense(4, activation="tanh", name=f"dense_{side.name}")(side) for side in (left, right)]
    return fill(keras.Model([left, right], layers.Dense(2, name="out")(layers.Concatenate(name="join")(both))))


def nested():
    """Return a Sequential model in which a model is a layer, with a norm inside."""
    inside = [layers.Dense(4, activation="relu", name="deep"), layers.BatchNormalization(name="norm")]
    inner = keras.Sequential([keras.Input((5,)), *inside], name="inner")
    last = layers.Dense(2, name="out")
    return fill(keras.Sequential([keras.Input((5,)), inner, layers.Dense(4, name="head"), last], name="outer"))


def values_of(model):
    """Return the weights of a model as arrays, in order."""
    return [expect.array(f"the weight {weight.path}", weight) for weight in model.weights]


def move(model):
    """Change every weight, as training would."""
    for weight in model.weights:
        weight.assign(ops.convert_to_numpy(weight.value) * 0.5 + 0.25)


def halves(items, place):
    """Return what stands before a place in a list, and the rest."""
    return items[:place], items[place:]


def same(before, after):
    """Whether two lists hold equal arrays."""
    return len(before) == len(after) and all(map(np.array_equal, before, after))


def inside(model, x):
    """Return what each layer of a chain or graph gives at inference by name, and what mistakes would give instead."""
    relu, tanh, last = BLOCKS
    weights = {layer.name: layer.get_weights() for layer in model.layers}
    before, after = {}, {}

    def dense(name, x, activation):
        kernel, bias = weights[name]
        before[name] = x @ kernel + bias
        after[name] = activation(before[name])
        return after[name]

    def norm(x, mean, variance):
        gamma, beta, _, _ = weights["norm"]
        return gamma * (x - mean) / np.sqrt(variance + 1e-3) + beta

    first = dense(relu, x, lambda z: z * (z > 0))
    x = after["norm"] = after["drop"] = norm(first, *weights["norm"][2:])
    x = dense(tanh, x, np.tanh)
    if "sum" in weights:
        x = after["sum"] = x + first
    x = dense(last, x, np.tanh)
    dense("out", x, lambda z: z)
    return after, before, norm(first, first.mean(0), first.var(0))


def claim_inside(what, got, known, name):
    """Claim that these numbers are what a layer of a chain or graph gives, by what is known of its model."""
    after, before, by_batch = known
    expected = after[name]
    got = expect.array(what, got, expected.shape, "a row for each sample, as wide as the output of that layer")
    readings = [(f"that is what the layer {other!r} gives", after[other]) for other in after if other != name]
    readings.append(("that is before the activation, which is part of the layer", before.get(name)))
    readings.append(("batch normalization used the batch, as in training: this is about inference", by_batch))
    otherwise = "from the inputs through all layers on the way, with the weights the model has"
    if name == "drop" and (got == 0).mean() > 0.1:
        otherwise = "dropout is on, as in training: this is about inference"
    readings = [reading for reading in readings if reading[1] is not None]
    expect.close(what, got, expected, expect.meaning(got, readings, otherwise))


def claim_unknown(name, call):
    """Claim that a call with a name that no layer has raises an error which says so."""
    error, got = expect.error_of(call)

    why = "a misspelt name must not pass for another one: compare whole names; get_layer does, and says which there are"
    what = f"for {name!r}, a name that no layer has,"
    assert error is not None, f"{what} it gives {expect.kind(got)}, expected an error that names it — {why}"
    clear = isinstance(error, (ValueError, KeyError)) or name in str(error)
    assert clear, f"{what} it raises {name_of(error)}: {plain(error)}; expected an error that names it — {why}"


each_unknown_name = pytest.mark.parametrize("name", ["missing", "bloc", "lock_1"])
each_layer = pytest.mark.parametrize("name", [BLOCKS[0], "norm", "drop", *BLOCKS[1:], "out"])
chain_and_graph = pytest.mark.parametrize("make", [chain, graph], ids=["sequential", "functional"])


class Scale(layers.Layer):
    """A layer with one number as its weight."""

    def build(self, input_shape):
        self.factor = self.add_weight(shape=(), initializer="ones", name="factor")

    def call(self, x):
        return x * self.factor


def sharing():
    """Return a model that calls a layer twice and has a scalar, a cube and a row of zeros among its weights."""
    sequence, other = keras.Input((6, 3), name="sequence"), keras.Input((6, 3), name="other")
    read = layers.Conv1D(4, 2, name="read")
    both = Scale(name="scale")(read(sequence)) + read(other)
    pooled = layers.GlobalAveragePooling1D(name="pool")(both)
    return keras.Model([sequence, other], layers.Dense(1, name="score")(pooled))


def frozen_first():
    """Return the chain with its first layer frozen."""
    model = chain()
    model.layers[0].trainable = False
    return model


CHAIN = {
    "chain/block_10/kernel": (5, 4),
    "chain/block_10/bias": (4,),
    "chain/norm/gamma": (4,),
    "chain/norm/beta": (4,),
    "chain/norm/moving_mean": (4,),
    "chain/norm/moving_variance": (4,),
    "chain/block_1/kernel": (4, 4),
    "chain/block_1/bias": (4,),
    "chain/block/kernel": (4, 4),
    "chain/block/bias": (4,),
    "chain/out/kernel": (4, 2),
    "chain/out/bias": (2,),
}
NESTED = {
    "inner/deep/kernel": (5, 4),
    "inner/deep/bias": (4,),
    "inner/norm/gamma": (4,),
    "inner/norm/beta": (4,),
    "inner/norm/moving_mean": (4,),
    "inner/norm/moving_variance": (4,),
    "outer/head/kernel": (4, 4),
    "outer/head/bias": (4,),
    "outer/out/kernel": (4, 2),
    "outer/out/bias": (2,),
}
SHARING = {
    "read/kernel": (2, 3, 4),
    "read/bias": (4,),
    "scale/factor": (),
    "score/kernel": (4, 1),
    "score/bias": (1,),
}
each_model = pytest.mark.parametrize(
    ("make", "expected"),
    [
        pytest.param(chain, CHAIN, id="sequential"),
        pytest.param(frozen_first, CHAIN, id="a layer frozen"),
        pytest.param(nested, NESTED, id="nested"),
        pytest.param(sharing, SHARING, id="shared layer"),
    ],
)


class TestWeightShapes:
    def shapes(self, attempt, model):
        got = attempt.weight_shapes(model)
        kind = expect.kind(got)
        assert isinstance(got, dict), f"the result is {kind}, expected a dict from a weight's path to its shape"
        return got

    def why(self, model, got):
        """Return what is behind the wrong paths."""
        paths = set(got)
        if paths and paths <= {weight.name for weight in model.weights}:
            return "names repeat in a model, paths do not: ask each weight for its path"
        if paths and paths <= {layer.name for layer in model.layers}:
            return "each weight of a layer counts for itself: ask each for its path"
        missing = {weight.path for weight in model.weights} - paths
        if missing and missing <= {weight.path for weight in model.non_trainable_weights}:
            return "what no gradient moves, and what is frozen, is a weight as well"
        if not missing and paths <= {variable.path for variable in model.variables}:
            return "variables hold the state of random generators too, weights do not"
        return "ask each of model.weights for its path: those of nested models are among them, a shared one once"

    @each_model
    def test_has_the_path_of_every_weight(self, attempt, make, expected):
        model = make()
        got = self.shapes(attempt, model)

        missing = [path for path in expected if path not in got]
        extra = [path if isinstance(path, str) else expect.kind(path) for path in got if path not in expected]
        wrong = [f"lacks {path!r}" for path in missing[:1]] + [f"has {path!r}" for path in extra[:1]]
        assert not wrong, (
            f"it {' and '.join(wrong)}, expected {len(expected)} paths such as {next(iter(expected))!r} — "
            f"{self.why(model, [path for path in got if isinstance(path, str)])}"
        )

    @each_model
    def test_has_them_in_the_order_of_the_weights(self, attempt, make, expected):
        got = list(self.shapes(attempt, make()))

        first = next((pair for pair in zip(got, expected, strict=False) if pair[0] != pair[1]), None)
        assert not first, (
            f"{str(first[0])!r} comes where {first[1]!r} belongs — as in model.weights: neither sorted nor the "
            "trainable ones first"
        )
        assert len(got) == len(expected), f"it has {len(got)} paths, expected {len(expected)} — one for each weight"

    @each_model
    def test_has_the_shape_of_each_as_a_tuple(self, attempt, make, expected):
        model = make()
        got = self.shapes(attempt, model)

        # TensorFlow's own class for shapes is what weight.shape gives there.
        kinds = (tuple, *{type(weight.shape) for weight in model.weights})
        for path, shape in expected.items():
            assert path in got, f"it lacks {path!r} — {self.why(model, [key for key in got if isinstance(key, str)])}"
            given = got[path]
            words = f"a list, {given}" if isinstance(given, list) else expect.kind(given)
            assert isinstance(given, kinds), f"for {path!r} it gives {words}, expected the tuple {shape}"
            odd = [expect.kind(length) for length in given if not isinstance(length, (int, np.integer))]
            assert not odd, f"the shape of {path!r} holds {odd[0]}, expected ints: {shape}"
            assert tuple(given) == shape, f"the shape of {path!r} is {tuple(given)}, expected {shape}"


def stack(names=("a", "b", "c"), as_graph=False):
    """Return a model, as Keras starts it, whose first two dense layers have kernels of one shape."""
    first, second, third = names
    chained = [
        layers.Dense(4, activation="tanh", name=first),
        layers.BatchNormalization(),
        layers.Dense(4, activation="tanh", name=second),
        layers.Dropout(0.5),
        layers.Dense(2, name=third),
    ]
    if not as_graph:
        return keras.Sequential([keras.Input((4,)), *chained])
    inputs = x = keras.Input((4,))
    for layer in chained:
        x = layer(x)
    return keras.Model(inputs, x)


def stack_with_one_frozen():
    """Return the stack with its first layer frozen, which goes to the end of none of its lists but one."""
    model = stack()
    model.layers[0].trainable = False
    return model


def plain_stack(*widths, **options):
    """Return a Sequential model of dense layers of these widths; the first is the input's."""
    return keras.Sequential([keras.Input(widths[:1]), *(layers.Dense(width, **options) for width in widths[1:])])


class Grid(layers.Layer):
    """A layer whose weight has these sides, whatever its input has."""

    def __init__(self, rows, columns):
        super().__init__()
        self.sides = rows, columns

    def build(self, input_shape):
        self.grid = self.add_weight(shape=self.sides, name="grid")

    def call(self, x):
        return x


def grids(width, *sides):
    """Return a Sequential model of a kernel of this width and weights of these sides."""
    dense = layers.Dense(width, use_bias=False)
    return keras.Sequential([keras.Input((width,)), dense, *(Grid(*pair) for pair in sides)])


class TestCopyWeights:
    X = normal(6, 4, seed=3)

    def copy(self, attempt, source, target):
        """Copy between two models of one architecture."""
        why = "the weights fit one by one in the order of model.weights; names and frozen layers do not matter"
        with expect.works("a copy between two models of one architecture fails", why):
            attempt.copy_weights(source, target)

    def claim_values(self, model, expected, what, why):
        """Claim the weights of a model."""
        for weight, value in zip(model.weights, expected, strict=True):
            # JAX gives the memory of the arrays that it trains away.
            lost = "training has used up the array that both models held: assign arrays, as get_weights gives them"
            with expect.works(f"the {weight.name} of {what} cannot be read any more", lost):
                ops.convert_to_numpy(weight.value)
            got = expect.array(f"the {weight.name} of {what}", weight, value.shape, why)
            assert np.array_equal(got, value), f"the {weight.name} of {what} has changed, expected it to stay — {why}"

    @pytest.mark.parametrize(
        ("make", "make_target"),
        [
            pytest.param(stack, stack, id="sequential"),
            pytest.param(stack, lambda: stack(("c", "b", "a"), as_graph=True), id="sequential to functional"),
            pytest.param(lambda: stack(as_graph=True), lambda: stack(("x", "a", "b")), id="functional to sequential"),
            pytest.param(stack, stack_with_one_frozen, id="target with a frozen layer"),
            pytest.param(nested, nested, id="nested"),
        ],
    )
    def test_gives_the_target_the_outputs_of_the_source(self, attempt, make, make_target):
        source, target = fill(make()), make_target()
        for weight in target.weights:
            weight.assign(ops.ones(weight.shape))
        x = self.X if make is not nested else normal(6, 5)
        expected = expect.array("the output of the source", source(x))
        values = values_of(source)
        self.copy(attempt, source, target)

        self.claim_values(source, values, "the source after the copy", "the first model gives, the second one takes")
        got = expect.output("the output of the target", target, x, expected.shape)
        expect.close("the output of the target", got, expected, self.why(source, target))

    def why(self, source, target):
        """Return what a wrong target has missed."""
        got, wanted = values_of(target), values_of(source)
        if len(got) != len(wanted):
            return "the target keeps its layers, it gets other values in its weights"
        wrong = [
            weight for weight, mine, theirs in zip(target.weights, got, wanted, strict=True) if (mine != theirs).any()
        ]
        if all((values == 1).all() for values in got):
            return "nothing has been copied: the target's own weights must change, not a list of them"
        if wrong and all("moving" in weight.name for weight in wrong):
            return "the moving statistics are weights as well, though no gradient moves them"
        return "every weight goes to its place in model.weights; names and frozen layers do not matter"

    @pytest.mark.parametrize("trained", ["source", "target"])
    def test_leaves_two_models_that_train_on_their_own(self, attempt, trained):
        source, target = fill(stack()), stack()
        self.copy(attempt, source, target)
        models = {"source": source, "target": target}
        other = "target" if trained == "source" else "source"
        before = values_of(models[other])
        with expect.works(f"training the {trained} after the copy stops", "a copy puts values into weights, no more"):
            models[trained].compile(optimizer="sgd", loss="mean_squared_error")
            models[trained].train_on_batch(self.X, normal(6, 2))

        why = f"training the {trained} must not touch it: copy the values, do not share variables, layers or arrays"
        self.claim_values(models[other], before, f"the {other}", why)

    @pytest.mark.parametrize(
        ("make", "make_target"),
        [
            pytest.param(lambda: plain_stack(4, 4, 4, 2), lambda: plain_stack(4, 4, 4, 3), id="last layer wider"),
            pytest.param(lambda: plain_stack(4, 4, 4, 2), lambda: plain_stack(4, 4, 4, 1), id="last layer narrower"),
            pytest.param(lambda: plain_stack(4, 4, 4), lambda: plain_stack(4, 4, 4, 4), id="a layer more"),
            pytest.param(lambda: plain_stack(4, 4, 4, 4), lambda: plain_stack(4, 4, 4), id="a layer less"),
            pytest.param(
                lambda: plain_stack(4, 4, 6, 4, use_bias=False),
                lambda: grids(4, (6, 4), (4, 6)),
                id="the same shapes in another order",
            ),
            pytest.param(
                lambda: plain_stack(4, 4, 6, use_bias=False),
                lambda: grids(4, (3, 8)),
                id="as many numbers in another shape",
            ),
        ],
    )
    def test_refuses_other_shapes_and_leaves_the_target_untouched(self, attempt, make, make_target):
        source, target = fill(make()), make_target()
        shapes = [[tuple(weight.shape) for weight in model.weights] for model in (source, target)]
        what = f"from weights of shapes {shapes[0]} to {shapes[1]}"
        before = values_of(target)
        error, _ = expect.error_of(lambda: attempt.copy_weights(source, target))

        assert error is not None, f"{what} it raises no error, expected one — compare all shapes, in their order"
        assert same(before, values_of(target)), (
            f"{what} it raises an error, but by then a weight of the target has changed, expected none to — look at "
            "all shapes before the first weight is set"
        )
        assert str(error), f"{what} it raises {name_of(error)} without a word, expected some about the shapes"


class TestLayerOutput:
    X = 2 * normal(6, 5, seed=5)
    WHY = (
        "a model is a graph, not a list, and layer.output a place in it, without values: a keras.Model leads there "
        "from model.inputs"
    )

    def output(self, attempt, model, name, x):
        with expect.works(f"asking a {type(model).__name__} model for the output of {name!r} fails", self.WHY):
            got = attempt.layer_output(model, name, x)
        if not isinstance(got, np.ndarray):
            numbers = expect.array(f"the output of {name!r}", got)
            raise AssertionError(
                f"the output of {name!r} is {expect.kind(got)} of shape {numbers.shape}, expected a NumPy array — "
                "ops.convert_to_numpy makes one of any backend's tensor"
            )
        return got

    @chain_and_graph
    @each_layer
    def test_is_what_the_layer_gives_at_inference(self, attempt, make, name):
        model = make()
        known = inside(model, self.X)
        got = self.output(attempt, model, name, self.X)

        claim_inside(f"the output of {name!r}", got, known, name)

    def test_takes_a_tensor(self, attempt):
        model = chain()
        known = inside(model, self.X)
        got = self.output(attempt, model, "norm", ops.convert_to_tensor(self.X))

        claim_inside("for a backend tensor the output of 'norm'", got, known, "norm")

    @each_unknown_name
    def test_refuses_a_name_that_no_layer_has(self, attempt, name):
        model = chain()

        claim_unknown(name, lambda: attempt.layer_output(model, name, self.X))

    def test_leaves_the_model_as_it_was(self, attempt):
        model = chain()
        before = values_of(model)
        expected = inside(model, self.X)[0]["out"]
        attempt.layer_output(model, "drop", self.X)

        assert same(before, values_of(model)), "looking at an output has changed a weight — no training, no rebuilding"
        what = "the output of the model after a look at one of its layers"
        output = expect.output(what, model, self.X, (6, 2), "the model stays whole")
        expect.close(what, output, expected, "looking leaves the model as it was")


def sides(model, left, right):
    """Return what the layers of the model of two inputs give."""
    got = {}
    for name, x in (("dense_left", left), ("dense_right", right)):
        kernel, bias = model.get_layer(name).get_weights()
        got[name] = np.tanh(x @ kernel + bias)
    return got | {"join": np.hstack(list(got.values()))}


class TestFeatureExtractor:
    X = 2 * normal(6, 5, seed=5)

    def extractor(self, attempt, model, name):
        why = "it leads from model.inputs to a layer.output; a Sequential has no model.input before a symbolic call"
        with expect.works(f"making an extractor of a {type(model).__name__} model fails", why):
            got = attempt.feature_extractor(model, name)
        kind = expect.kind(got)
        assert isinstance(got, keras.Model), f"the result is {kind}, expected a keras.Model"
        return got

    def features(self, extractor, name, x=X):
        why = "it is called with what the model itself is called with, and ends at that layer"
        return expect.output(f"the extractor up to {name!r}", extractor, x, why=why)

    @chain_and_graph
    @each_layer
    def test_leads_from_the_inputs_to_that_layer(self, attempt, make, name):
        model = make()
        known = inside(model, self.X)
        extractor = self.extractor(attempt, model, name)

        claim_inside(f"the extractor up to {name!r}", self.features(extractor, name), known, name)

    @pytest.mark.parametrize("name", ["dense_left", "dense_right", "join"])
    def test_has_all_inputs_of_the_model(self, attempt, name):
        model, left, right = two_inputs(), normal(6, 3), normal(6, 5)
        expected = sides(model, left, right)[name]
        extractor = self.extractor(attempt, model, name)

        got = self.features(extractor, name, [left, right])
        why = "all inputs of the model, in their order, also where the layer needs only one of them"
        expect.close(f"the extractor up to {name!r}", got, expected, why)

    @chain_and_graph
    def test_follows_the_model_as_it_learns(self, attempt, make):
        model, twin = make(), make()
        extractor = self.extractor(attempt, model, "block_1")
        self.features(extractor, "block_1")  # whatever it keeps of a first call is kept by now
        move(model)
        move(twin)

        got, expected = self.features(extractor, "block_1"), inside(twin, self.X)[0]["block_1"]
        why = "its layers are to be the model's own, with their weights; a clone or a copy stays behind"
        expect.close("after a change of the model's weights the extractor up to 'block_1'", got, expected, why)

    def test_lets_the_model_follow_when_it_learns_itself(self, attempt):
        model = chain()
        before = inside(model, self.X)[0]["out"]
        extractor = self.extractor(attempt, model, "block_1")
        assert extractor.trainable_weights, (
            "the extractor has no weights that could be trained — made of the model's layers, it has theirs"
        )
        move(extractor)

        why = "the weights of the extractor are to be the model's own; a clone or a copy goes its own way"
        after = expect.output(
            "the output of the model",
            model,
            self.X,
            before.shape,
            "the model stays whole: no layer is taken away from it",
        )
        assert expect.differs(before, after), f"a change of the extractor's weights does not reach the model — {why}"

    @each_unknown_name
    def test_refuses_a_name_that_no_layer_has(self, attempt, name):
        model = chain()

        claim_unknown(name, lambda: attempt.feature_extractor(model, name))

    def test_leaves_the_model_as_it_was(self, attempt):
        model = chain()
        before = values_of(model)
        expected = inside(model, self.X)[0]["out"]
        attempt.feature_extractor(model, "drop")

        assert same(before, values_of(model)), (
            "a weight of the model has changed — an extractor shares, it changes none"
        )
        what = "the output of the model after an extractor was made of it"
        output = expect.output(what, model, self.X, (6, 2), "the model stays whole: no layer is taken away from it")
        expect.close(what, output, expected, "the model stays as it was")


class TestFreezeUpTo:
    X, Y = normal(8, 5), normal(8, 2, seed=1)

    def train(self, model):
        """Compile the model, make one update, and return the paths of the weights that it moved."""
        before = values_of(model)
        x = self.X if len(model.inputs) == 1 else [normal(8, 3), self.X]
        with expect.works("training the model afterwards stops", "freezing sets a switch, the model stays whole"):
            model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mean_squared_error")
            model.train_on_batch(x, self.Y)
        after = values_of(model)
        return [
            weight
            for weight, was, now in zip(model.weights, before, after, strict=True)
            if expect.differs(was, now, by=1e-7)
        ]

    def claim(self, attempt, model, name):
        """Claim which weights one update moves after freezing up to this layer."""
        last = [layer.name for layer in model.layers].index(name)
        before = values_of(model)
        attempt.freeze_up_to(model, name)
        assert same(before, values_of(model)), "freezing has changed the value of a weight, expected none to change"
        ranks = {id(weight): rank for rank, layer in enumerate(model.layers) for weight in layer.weights}
        moved = {id(weight) for weight in self.train(model)}

        for weight in model.weights:
            rank = ranks[id(weight)]
            layer = model.layers[rank].name
            said = f"after freezing up to {name!r} training"
            if rank <= last:
                assert id(weight) not in moved, (
                    f"{said} moves the {weight.name} of {layer!r}, expected it to rest — "
                    f"{self.why_moved(model, moved, rank, last)}"
                )
            else:
                assert id(weight) in moved, (
                    f"{said} leaves the {weight.name} of {layer!r} as it was, expected it to learn — "
                    f"{self.why_still(model, moved)}"
                )

    def why_moved(self, model, moved, rank, last):
        if len(moved) == len(model.weights):
            return "nothing is frozen: set the trainable of the layers of this very model"
        early, late = ([w for layer in part for w in layer.weights] for part in halves(model.layers, last + 1))
        if all(weight.name.startswith("moving") for weight in early if id(weight) in moved):
            return "no gradient moves the moving statistics: only the trainable of a layer stops them"
        if late and not any(id(weight) in moved for weight in late):
            return "that layer and those before it are to rest, the later ones to learn"
        if rank == last:
            return "the layer named is frozen too: up to and including it"
        return "that layer rests and all before it in model.layers, whatever they are"

    def why_still(self, model, moved):
        if not model.trainable:
            return "a frozen model freezes all its layers, whatever they say themselves"
        if not moved:
            return "nothing learns any more: stop after the layer of that name"
        return "stop after the layer of just that name, and leave those behind it as they are"

    @pytest.mark.parametrize("name", ["norm", "block_1", "block_10"])
    def test_freezes_a_layer_of_a_chain_and_all_before_it(self, attempt, name):
        self.claim(attempt, chain(), name)

    def test_goes_by_the_order_of_the_layers(self, attempt):
        model = two_inputs()
        dense = [layer.name for layer in model.layers if layer.name.startswith("dense")]

        self.claim(attempt, model, dense[-1])

    def test_freezes_whatever_is_inside_a_nested_model(self, attempt):
        self.claim(attempt, nested(), "inner")

    def test_freezes_all_up_to_the_last_layer(self, attempt):
        self.claim(attempt, chain(), "out")

    def test_keeps_frozen_what_was(self, attempt):
        self.claim(attempt, frozen_first(), "drop")

    def test_works_on_a_model_that_has_been_trained(self, attempt):
        model = chain()
        self.train(model)

        self.claim(attempt, model, "block_1")

    @each_unknown_name
    def test_refuses_a_name_that_no_layer_has(self, attempt, name):
        model = chain()

        claim_unknown(name, lambda: attempt.freeze_up_to(model, name))

    @each_unknown_name
    def test_freezes_nothing_for_a_name_that_no_layer_has(self, attempt, name):
        model = chain()
        before = len(model.trainable_weights)
        expect.error_of(lambda: attempt.freeze_up_to(model, name))

        after = len(model.trainable_weights)
        assert after == before, (
            f"for {name!r}, a name that no layer has, it freezes {before - after} of {before} weights, expected none — "
            "look for the layer first, then freeze"
        )
