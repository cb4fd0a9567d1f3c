"""Proves each kata: the stub says what to write, right answers pass, wrong ones are caught for what they are."""

import ast
from pathlib import Path

import pytest

from dojo import course
from dojo.course import ROOT
from dojo.root import CHECKOUT
from dojo.stub import stub_of

KATAS = course.katas()
# How many answers beside the reference a kata needs. One right answer of another form is what shows that the tests
# look at behaviour; our own course sets itself a higher mark.
LEAST_WRONG, LEAST_RIGHT = (8, 5) if ROOT == CHECKOUT else (1, 1)
WRONG, RIGHT = ROOT / "tests" / "wrong_answers", ROOT / "tests" / "right_answers"

each_kata = pytest.mark.parametrize("kata", KATAS, ids=lambda kata: kata.name)


def answers(folder: Path):
    """Return a parameter for each file below `folder/NN_slug/`."""
    return pytest.mark.parametrize(
        ("kata", "file"),
        [
            pytest.param(kata, file, id=f"{kata.name}-{file.stem}")
            for kata in KATAS
            for file in sorted((folder / kata.name).glob("*.py"))
        ],
    )


def parsed(file):
    """Return the tree of an answer."""
    return ast.parse(file.read_bytes(), filename=str(file))


def steps_in(kata, file):
    """Return the names of the kata's steps that an answer defines itself; the reference lends the others."""
    names = set()
    for node in parsed(file).body:
        if isinstance(node, ast.ImportFrom):  # a step may be a function that Keras has ready
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Assign):  # or another name of one
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        else:
            names.add(getattr(node, "name", ""))
    return tuple(step.name for step in kata.steps if step.name in names)


def label(file, word):
    """Return what stands behind `word:` in the docstring of a wrong answer."""
    docstring = ast.get_docstring(parsed(file)) or ""
    lines = [line for line in docstring.splitlines() if line.startswith(f"{word}: ")]
    assert lines, f"{file} has no line '{word}: …' in its docstring"
    return lines[0].removeprefix(f"{word}: ")


@each_kata
def test_the_reference_passes(kata, judge):
    verdict = judge(kata, "reference")

    assert verdict.status == 0, verdict.below_the_header


@each_kata
def test_the_stub_fails_every_test_and_says_what_to_write(kata, judge, tmp_path):
    stub = tmp_path / kata.stub.name
    stub.write_text(stub_of(kata.reference.read_text(encoding="utf-8")), encoding="utf-8")
    verdict = judge(kata, stub)

    for step in kata.steps:
        assert verdict.lines.get(step.name), f"no test of {step.name} ran:\n{verdict.below_the_header}"
        for line in verdict.lines[step.name]:
            assert "not written yet — " in line, (
                f"a test of {step.name} does not call it: with the stub it says {line!r}"
            )
    assert kata.steps[0].signature in verdict.printed


@each_kata
def test_the_stub_is_the_reference_without_its_bodies(kata):
    expected = stub_of(kata.reference.read_text(encoding="utf-8"))

    assert kata.stub.read_text(encoding="utf-8") == expected, (
        f"{kata.stub} is not the stub of its reference — dojo reset {kata.name} writes it (is it solved?)"
    )


@answers(RIGHT)
def test_right_answers_pass(kata, file, judge):
    steps = steps_in(kata, file)
    verdict = judge(kata, file, "reference", steps=steps)

    assert steps, f"{file} answers no step of {kata.name}"
    assert verdict.status == 0, verdict.below_the_header


@answers(WRONG)
def test_wrong_answers_are_caught_for_what_they_are(kata, file, judge, pytestconfig):
    step, says = label(file, "step"), label(file, "says")
    # The first test that fails is what the ladder shows. In random order that may be any test of the step.
    options = () if pytestconfig.getoption("random_order_enabled", False) else ("--maxfail=1",)
    verdict = judge(kata, file, "reference", steps=(step,), options=options)

    assert verdict.first_line(step), (
        f"{file} passes {step} — no test tells it from a right answer\n{verdict.below_the_header}"
    )
    assert any(says in line for line in verdict.lines[step]), f"{file} is caught, but for another reason than {says!r}"
    others = tuple(other for other in steps_in(kata, file) if other != step)
    if others:
        assert judge(kata, file, "reference", steps=others).status == 0, f"{file.name} fails {others} too"


# A step gives these in turn, so that each of its tests meets another one.
JUNK = {
    "nothing or no numbers": ["None", "np.full((4, 3), np.nan, 'float32')", "[1.0, 2.0]"],
    "layers and models": [
        "keras.layers.Dense(3)",
        "keras.Sequential([keras.layers.Dense(3)])",
        "keras.Sequential([keras.Input((2,)), keras.layers.Dense(7)])",
    ],
    "tensors and tuples": ["keras.Input((3,))", "np.zeros((2, 2, 2, 2), 'float32')", "(None, None, None)"],
    "oddities": [
        "type('Equal', (), {'__eq__': lambda *_: True, '__hash__': None})()",
        *("'text'", "object()", "keras.layers.Dense", "{}", "True", "{1}", "b'bytes'", "print", "1j"),
    ],
}


def junk(kata, values):
    """Return the source of an answer to all steps of a kata whose results are junk."""
    given = ", ".join(f"lambda: {value}" for value in values)
    parts = [f"import itertools\nimport keras\nimport numpy as np\nVALUES = itertools.cycle([{given}])\n"]
    for step in kata.steps:
        if step.is_class:
            parts.append(f"class {step.name}(keras.layers.Layer):\n    def __init__(self, *args, **kwargs):\n")
            parts.append(
                "        super().__init__()\n    def call(self, *args, **kwargs):\n        return next(VALUES)()\n"
            )
        else:
            parts.append(f"def {step.name}(*args, **kwargs):\n    return next(VALUES)()\n")
    return "".join(parts)


@each_kata
@pytest.mark.parametrize("values", JUNK)
def test_junk_is_told_in_one_line_and_never_blamed_on_us(kata, values, judge, tmp_path):
    file = tmp_path / kata.stub.name
    file.write_text(junk(kata, JUNK[values]))
    verdict = judge(kata, file)

    assert verdict.status == 1, verdict.below_the_header
    for step in kata.steps:
        assert not verdict.passed(step.name), f"{step.name} passes with {values}"
        for line in verdict.lines[step.name]:
            assert "our test broke" not in line, f"{line} — claim with dojo.expect, it survives whatever comes"
            assert "\n" not in line
            assert len(line) < 700


@each_kata
def test_a_kata_has_answers_enough(kata):
    for folder, least in ((WRONG, LEAST_WRONG), (RIGHT, LEAST_RIGHT)):
        found = len(list((folder / kata.name).glob("*.py")))
        assert found >= least, f"{folder / kata.name} has {found} answers, expected {least}"


@each_kata
def test_every_step_has_a_wrong_answer(kata):
    rejected = {label(file, "step") for file in (WRONG / kata.name).glob("*.py")}

    missing = [step.name for step in kata.steps if step.name not in rejected]
    assert not missing, f"{WRONG / kata.name} has no wrong answer to {', '.join(missing)}"
