"""Drives `dojo cost` and `--cost` in a small course with models, and compares figures that were never measured."""

import json
import os
import re

import pytest

from dojo.side_by_side import compare
from dojo.stub import stub_of

MODELS = '''"""Models."""

import keras
from keras import ops


def build_model(n_features):
    """Return a model with one output."""
    # stub: how many layers?
    return keras.Sequential([keras.Input(shape=(n_features,)), keras.layers.Dense(1)])


@keras.saving.register_keras_serializable(package="models")
class Scale(keras.layers.Layer):
    """Multiplies by one number for each feature."""

    def __init__(self, **kwargs):
        # stub: nothing to remember
        super().__init__(**kwargs)

    def build(self, input_shape):
        """Make the numbers."""
        self.scale = self.add_weight(shape=(input_shape[-1],))

    def call(self, inputs):
        """Return the product."""
        return inputs * self.scale


def sum_of_squares(x):
    """Return the sum of the squares."""
    # stub: which two operations?
    return ops.sum(ops.square(ops.convert_to_tensor(x)))
'''
TESTS = """
import keras
import numpy as np


class TestBuildModel:
    def test_has_one_output(self, attempt):
        assert attempt.build_model(24)(np.ones((2, 24))).shape == (2, 1)

    def test_can_be_trained(self, attempt):
        model = attempt.build_model(24)
        model.compile("adam", "mse", metrics=["mae"])
        model.fit(np.ones((4, 24)), np.ones((4, 1)), verbose=0)


class TestScale:
    def test_can_be_saved(self, attempt, tmp_path):
        model = keras.Sequential([keras.Input((3,)), attempt.Scale(), keras.layers.Dropout(0.5)])
        model.save(tmp_path / "model.keras")
        keras.models.load_model(tmp_path / "model.keras")


class TestSumOfSquares:
    def test_of_ones(self, attempt):
        assert float(attempt.sum_of_squares(np.ones(16, "float32"))) == 16
"""
TWO_MODELS = MODELS.replace(
    "    return keras.Seq", "    keras.layers.Dense(1).build((None, n_features))\n    return keras.Seq"
)
SQUARES = "ops.sum(ops.square(ops.convert_to_tensor(x)))"
GROWING = "sum(ops.sum(ops.square(ops.convert_to_tensor(x[:n + 1]))) - ops.sum(ops.square(x[:n])) for n in range(16))"
MANY_SHAPES = MODELS.replace(SQUARES, GROWING)
# Two models of 25 numbers; a layer of 3 made, and made again from its file.
REFERENCE = {"build_model": 50, "Scale": 6, "sum_of_squares": 0}

only_jax = pytest.mark.skipif(
    os.environ.get("KERAS_BACKEND", "jax") != "jax", reason="only JAX counts what it compiles"
)


@pytest.fixture
def course(small_course):
    small_course.write("reference/03_models/models.py", MODELS)
    small_course.write("katas/03_models/test_models.py", TESTS)
    small_course.write("katas/03_models/README.md", "# 03 · Models\n")
    small_course.write("katas/03_models/models.py", stub_of(MODELS))
    small_course.write("tests/right_answers/03_models/another.py", TWO_MODELS)
    return small_course


def figures_of(course, attempt):
    """Judge an attempt at the third kata with --cost, and return what was written and what was printed."""
    course.write("katas/03_models/models.py", attempt)
    run = course.run("katas/03_models", "--cost=here/cost.json")
    return json.loads((course.folder / "here/cost.json").read_text()), run


def step(parameters=0, compilations=0, seconds=0.0):
    return {"parameters": parameters, "compilations": compilations, "seconds": seconds}


def test_weights_are_counted_once_and_neither_slots_nor_seeds_nor_metrics(course):
    figures, run = figures_of(course, MODELS)

    assert run.returncode == 0, run.stdout
    assert {name: each["parameters"] for name, each in figures.items()} == REFERENCE


def test_what_an_answer_makes_and_throws_away_counts_too(course):
    figures, _ = figures_of(course, TWO_MODELS)

    assert figures["build_model"]["parameters"] == 100


@only_jax
def test_a_warm_cache_changes_the_time_and_not_the_count(course):
    cold, _ = figures_of(course, MANY_SHAPES)
    warm, _ = figures_of(course, MANY_SHAPES)

    assert [each["compilations"] for each in cold.values()] == [each["compilations"] for each in warm.values()]
    assert all("seconds" not in each for each in cold.values()), "it had to compile"
    assert all("seconds" in each for each in warm.values())


@pytest.mark.parametrize("attempt", [MODELS, stub_of(MODELS)], ids=["done", "untouched"])
def test_measuring_changes_neither_the_verdict_nor_what_is_printed(course, attempt):
    _, measured = figures_of(course, attempt)
    plain = course.run("katas/03_models")

    printed = [re.sub(r"in \d+\.\d+s|=", "", run.stdout) for run in (measured, plain)]
    assert printed[0] == printed[1]
    assert measured.stderr == plain.stderr
    assert measured.returncode == plain.returncode


def test_a_place_that_cannot_be_written_costs_nobody_the_verdict(course):
    course.write("katas/03_models/models.py", MODELS)
    run = course.run("katas/03_models", "--cost=katas")

    assert "3 of 3 steps" in run.stdout
    assert run.returncode == 0


@pytest.mark.parametrize("arguments", [["katas"], ["katas/01_sums", "-n2"]], ids=" ".join)
def test_what_cannot_be_measured_is_refused_in_one_line(course, arguments):
    run = course.run(*arguments, "--cost=cost.json")

    assert "--cost measures one kata, in one process" in run.stderr
    assert run.returncode == 4


def test_an_answer_that_costs_more_is_told(course):
    course.on_record("03_models", TWO_MODELS.replace(SQUARES, GROWING), REFERENCE)
    run = course.dojo("cost", "3")

    assert re.search(r"^  build_model +100 parameters \(50\)", run.stdout, flags=re.MULTILINE), run.stdout + run.stderr
    assert re.search(r"^  all steps +106 parameters \(56\)", run.stdout, flags=re.MULTILINE)
    assert "is something made twice" in run.stdout
    if os.environ["KERAS_BACKEND"] == "jax":
        assert re.search(r"^  sum_of_squares +\d+ compilations", run.stdout, flags=re.MULTILINE)
        assert "for each shape" in run.stdout
    assert "reference/03_models/models.py and 1 in tests/right_answers/03_models/" in run.stdout
    assert run.returncode == 0


def test_without_a_name_it_is_about_the_last_kata_that_is_done(course):
    course.on_record("03_models", MODELS, REFERENCE)
    run = course.dojo("cost")

    assert run.stdout.startswith("03_models · Models\nYour answer")
    assert "56 parameters (56)" in run.stdout
    assert run.stderr == ""


def test_before_all_steps_are_there_it_says_which_is_not(course):
    wrong = MODELS.replace("ops.square(", "ops.abs(").replace("(n_features,)", "(n_features + 1,)")
    course.on_record("03_models", wrong, REFERENCE)
    run = course.dojo("cost", "3")

    assert "03_models: build_model is not there yet" in run.stderr
    assert run.stderr.count("\n") == 1
    assert run.returncode == 2


def test_without_a_kata_that_is_done_it_says_where_to_go_on(course):
    run = course.dojo("cost")

    assert "no kata is done yet" in run.stderr
    assert run.returncode == 2


def test_only_a_figure_that_both_sides_have_is_compared():
    mine, theirs = {"a": step(seconds=9.0), "b": {"parameters": 7}}, {"a": {"parameters": 0}, "b": step(7, 99, 0.0)}

    assert compare(mine, theirs) == [
        "Your answer costs about what the reference (in brackets) costs: 7 parameters (7)."
    ]


def test_compilations_that_only_moved_to_another_step_are_not_told():
    mine, theirs = {"a": step(compilations=30), "b": step()}, {"a": step(), "b": step(compilations=30)}

    assert len(compare(mine, theirs)) == 1


@pytest.mark.parametrize(
    ("mine", "theirs", "is_told"),
    [
        pytest.param(step(seconds=1.1), step(seconds=0.5), True, id="slower"),
        pytest.param(step(seconds=0.3), step(seconds=0.12), False, id="slower by little"),
        pytest.param(step(seconds=1.9), step(seconds=1.0), False, id="slower by noise"),
        pytest.param(step(seconds=0.1), step(seconds=2.0), False, id="quicker"),
        pytest.param(step(parameters=10), step(parameters=20), True, id="fewer weights"),
        pytest.param(step(parameters=101), step(parameters=100), False, id="hardly more weights"),
        pytest.param(step(compilations=25), step(compilations=10), True, id="more programs"),
        pytest.param(step(compilations=10), step(compilations=25), True, id="fewer programs"),
        pytest.param(step(compilations=15), step(compilations=10), False, id="hardly more programs"),
    ],
)
def test_only_what_is_plain_is_told(mine, theirs, is_told):
    lines = compare({"a": mine}, {"a": theirs})

    assert any(line.startswith("  a  ") for line in lines) == is_told
