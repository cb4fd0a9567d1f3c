"""Attempts that mean harm, or do it without meaning any: each gets its verdict and one line, and harms nobody else.

A file of tests/hostile/ answers one step of kata 03, the reference the others. Its docstring says what its author did
or believed, then

    expect: red, green, or red at import
    says: part of the line that the learner reads
    options: more options for pytest
    process: why it is judged in a process and a copy of the course of its own
    leaves: a file that it may leave in the course

After it another kata is judged, of which one step is answered rightly and one is not.
"""

import ast
import gc
import os
import re
import shutil
import subprocess
import sys
import warnings

import pytest

from dojo import course
from dojo.course import ROOT
from dojo.root import CHECKOUT
from tests.conftest import run_kata
from tests.small_course import clean_environment

FILES = sorted((CHECKOUT / "tests" / "hostile").glob("*.py"))
KATA, NEXT = (next(kata for kata in course.katas() if kata.slug == slug) for slug in ("instantiate", "optimize"))
STEP, ANOTHER = "build_sequential", "build_functional"
RIGHT, WRONG = "sgd_step", "momentum_step"
STEPS = (STEP, ANOTHER, RIGHT, WRONG)
MARKS = {"green": "✓✓", "red": "✗✓", "red at import": "✗✗"}
# What a run itself writes down.
NOTED = {f".dojo/progress/{kata.name}.txt" for kata in (KATA, NEXT)}


def label(file, word):
    """Return what stands behind `word:` in the docstring of an attempt, or ""."""
    lines = ast.get_docstring(ast.parse(file.read_bytes())).splitlines()
    return next((line.removeprefix(f"{word}: ") for line in lines if line.startswith(f"{word}: ")), "")


def options(file):
    """Return more options for pytest."""
    return label(file, "options").split()


def with_the_reference(text, kata, leave_out):
    """Return an answer with what it lacks of a kata's steps."""
    reference = kata.reference.read_text(encoding="utf-8")
    parts = [
        ast.get_source_segment(reference, node)
        for node in ast.parse(reference).body
        if getattr(node, "name", leave_out) != leave_out or isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    return "\n\n".join([text, *parts]) + "\n"


def answers(folder, file):
    """Write the attempt and the answer to the next kata into a folder laid out like katas/."""
    wrong = f"def {WRONG}(weight, gradient, velocity, learning_rate, momentum):\n    return weight, velocity\n"
    for kata, text in (
        (KATA, with_the_reference(file.read_text(encoding="utf-8"), KATA, STEP)),
        (NEXT, with_the_reference(wrong, NEXT, WRONG)),
    ):
        (folder / kata.name).mkdir(parents=True, exist_ok=True)
        (folder / kata.name / kata.stub.name).write_text(text, encoding="utf-8")
    return folder


def state_of(folder):
    """Return file -> size and time of change, of all files that belong to a course."""
    return {
        str(path.relative_to(folder)): (path.stat().st_size, path.stat().st_mtime_ns)
        for part in ("katas", "reference", "dojo", "tests", ".dojo/progress", "conftest.py", "pyproject.toml")
        for path in [folder / part, *(folder / part).rglob("*")]
        if path.is_file() and "__pycache__" not in path.parts
    }


def params(alone):
    """Return the attempts that are judged in a process of their own, or the others."""
    return pytest.mark.parametrize(
        "file", [pytest.param(file, id=file.stem) for file in FILES if bool(label(file, "process")) == alone]
    )


def test_all_that_is_red_names_the_line_to_read():
    assert not [file.stem for file in FILES if label(file, "expect") != "green" and not label(file, "says")]


def collect_garbage():
    """Let go what an attempt has left open while no test is there to be blamed for it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        gc.collect()


@params(alone=False)
def test_is_judged_for_what_it_is_and_the_next_kata_as_ever(file, tmp_path):
    expect, before = label(file, "expect"), state_of(ROOT)
    room = answers(tmp_path, file)
    verdict = run_kata(KATA, room, steps=STEPS, options=(str(NEXT.folder), *options(file)))
    collect_garbage()

    assert "".join("✓" if verdict.passed(step) else "✗" for step in (STEP, ANOTHER)) == MARKS[expect], verdict.printed
    assert label(file, "says") in verdict.first_line(STEP)
    assert label(file, "says") in verdict.printed
    assert "Traceback" not in verdict.printed
    assert all("\n" not in line and len(line) < 700 for line in verdict.lines[STEP])
    assert verdict.passed(RIGHT), verdict.first_line(RIGHT)
    assert "momentum_step" in verdict.first_line(WRONG)
    assert verdict.status == 1
    assert state_of(ROOT) == before


@pytest.fixture
def copy(tmp_path):
    """Give tests a copy of the two katas and what judges them."""
    folder = tmp_path / "a course"
    for part in ("dojo", *(f"{where}/{kata.name}" for where in ("katas", "reference") for kata in (KATA, NEXT))):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("conftest.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return folder


def typed(folder, *arguments):
    """Run pytest in a folder as a person does, and return what it did."""
    cache = os.environ.get("JAX_COMPILATION_CACHE_DIR", str(ROOT / ".dojo" / "jax"))
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments],
        cwd=folder,
        env=clean_environment() | {"JAX_COMPILATION_CACHE_DIR": cache},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the fork by which a run outlives its interpreter")
@params(alone=True)
def test_harms_no_process_but_its_own(file, copy):
    answers(copy / "katas", file)
    expect, before = label(file, "expect"), state_of(copy)
    run = typed(
        copy, f"katas/{KATA.name}", f"katas/{NEXT.name}", "-n0", *map("--step={}".format, STEPS), *options(file)
    )

    marks = dict(re.findall(r"^  (0\w+) +([✓✗·]+)", run.stdout, flags=re.MULTILINE))
    assert marks.get(KATA.name, "")[:2] == MARKS[expect], run.stdout + run.stderr
    assert marks[NEXT.name][1:3] == "✓✗", run.stdout
    line = re.search(rf"▸ {STEP}\n +(.*)", run.stdout)
    assert label(file, "says") in (line[1] if line else ""), run.stdout
    assert run.returncode == 1
    progress = (copy / ".dojo" / "progress" / f"{KATA.name}.txt").read_text(encoding="utf-8")
    assert f"{STEP}\t{'done' if expect == 'green' else 'open'}" in progress
    left = {label(file, "leaves")} & state_of(copy).keys()
    assert {name: state for name, state in state_of(copy).items() if name not in left | NOTED} == before
