"""Proves what learners read: lessons whose code runs, hints that climb and never hold the answer."""

import ast
import re

import pytest

from dojo import course
from dojo.course import ROOT
from dojo.root import CHECKOUT

KATAS = course.katas()
each_kata = pytest.mark.parametrize("kata", KATAS, ids=lambda kata: kata.name)
LEVELS = ("Nudge", "Concept", "Tool", "Shape")


def hints_of(kata):
    """Return step name -> text below its heading in hints.md."""
    parts = re.split(r"^## `?(\w+)`?$", kata.hints.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@each_kata
def test_the_code_of_a_lesson_runs(kata, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    text = kata.lesson.read_text(encoding="utf-8")
    blocks = list(re.finditer(r"```python\n(.*?)```", text, flags=re.DOTALL))
    assert blocks, f"{kata.lesson} shows no code"

    names = {"__name__": "lesson"}
    for block in blocks:
        # Pushed down to where it stands, so that an error names the line of the lesson.
        source = "\n" * text.count("\n", 0, block.start(1)) + block[1]
        exec(compile(source, str(kata.lesson), "exec"), names)


@each_kata
def test_a_lesson_has_its_parts(kata):
    text = kata.lesson.read_text(encoding="utf-8")

    assert text.startswith(f"# {kata.name[:2]} · "), f"the first line of {kata.lesson} is '# {kata.name[:2]} · title'"
    for heading in ("## The idea", "## A worked example", "## The steps", "## Out of scope", "## Read on"):
        assert f"\n{heading}\n" in text, f"{kata.lesson} has no line '{heading}'"
    for step in kata.steps:
        assert f"`{step.name}`" in text, f"the lesson does not name {step.name}"


@each_kata
def test_every_step_has_hints_that_climb(kata):
    hints = hints_of(kata)

    steps = [step.name for step in kata.steps]
    assert list(hints) == steps, f"{kata.hints} has hints for {', '.join(hints)}, the steps are {', '.join(steps)}"
    for name, text in hints.items():
        levels = re.findall(r"^\d\. \*\*(\w+)\.\*\* ", text, flags=re.MULTILINE)
        assert tuple(levels) == LEVELS, f"{kata.hints}: {name} has the levels {levels}, expected {LEVELS}"


@each_kata
def test_hints_never_hold_a_line_of_the_answer(kata):
    tree = ast.parse(kata.reference.read_text(encoding="utf-8"))
    # Lines long enough to be the answer, not the language: `return x` is nobody's secret.
    lines = {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for statement in node.body
        if not isinstance(statement, ast.Expr) or not isinstance(statement.value, ast.Constant)
        for line in ast.unparse(statement).splitlines()
        if len(line.strip()) > 25
    }
    text = re.sub(r"\s+", "", kata.hints.read_text(encoding="utf-8"))

    for line in lines:
        assert re.sub(r"\s+", "", line) not in text, f"{kata.hints} holds a line of the answer: {line.strip()!r}"


@each_kata
def test_lesson_and_hints_link_to_what_exists(kata):
    for page in (kata.lesson, kata.hints):
        for link in re.findall(r"\]\((?!https?://)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page} links to {link}"


def title_of(kata):
    """Return the title of a lesson as others link to it: without what stands behind the colon."""
    return kata.lesson.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ").partition(":")[0]


if ROOT == CHECKOUT:  # of our own course alone

    @each_kata
    def test_a_lesson_leads_to_its_neighbours(kata):
        place = KATAS.index(kata)
        neighbours = [("Before", other) for other in KATAS[:place][-1:]]
        neighbours += [("Next", other) for other in KATAS[place + 1 :][:1]]
        expected = [f"- {word}: [{title_of(other)}](../{other.name}/README.md)" for word, other in neighbours]
        read_on = kata.lesson.read_text(encoding="utf-8").partition("## Read on")[2]

        assert [line for line in read_on.splitlines() if line.startswith(("- Before", "- Next"))] == expected

    def test_the_map_of_the_course_has_every_kata_in_order():
        rows = re.findall(
            r"^\|.*\(katas/(.+)/README\.md\) \|", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.M
        )

        assert rows == [kata.name for kata in KATAS]
