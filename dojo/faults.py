"""What keeps a kata from being proved, seen in its files without running any: told to its author in one line each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from dojo.course import SLUG, Kata, SourceError, katas, parsed
from dojo.root import CHECKOUT

_DEFINITIONS = (ast.FunctionDef, ast.ClassDef)


def faults(root: Path, name: str | None) -> Iterator[str]:
    """Yield what is wrong with a course's files, and what to do about it.

    Args:
        root: the course's folder.
        name: of the kata in question; None for all of the course.
    """
    folder = root / "katas"
    if not root.is_dir():
        yield f"there is no folder {root}"
        return
    if not folder.is_dir():
        yield f"{root} is no course: it has no folder katas — dojo new 01_topic --in FOLDER makes a course"
        return
    for path in sorted(folder.iterdir()):
        if name in (None, path.name) and path.is_dir() and path.name[0] not in "._":
            if SLUG.fullmatch(path.name):
                yield from _of_kata(Kata(path))
            else:
                yield f"{path} is no kata's name: two digits and a topic in small letters, as in 01_topic"
    if name is None and not katas(root):
        yield f"{folder} holds no kata — dojo new 01_topic --in FOLDER makes one"
    if root != CHECKOUT and "dojo.plugin" not in _text(root / "conftest.py"):
        yield f'{root / "conftest.py"} does not name the plugin — write into it: pytest_plugins = ["dojo.plugin"]'


def _of_kata(kata: Kata) -> Iterator[str]:
    model = CHECKOUT / "katas" / "03_instantiate"
    needed = {
        kata.reference: "write your answer there; the stub is cut from it",
        kata.stub: f"dojo reset {kata.name}, typed in the course's folder, cuts it from the reference",
        kata.tests: f"write a class of tests for each step, as in {model / 'test_instantiate.py'}",
        kata.lesson: f"write '# {kata.name[:2]} · title' and what follows, as in {model / 'README.md'}",
        kata.hints: f"write '## step' and four levels for each step, as in {model / 'hints.md'}",
    }
    for file, advice in needed.items():
        if not file.is_file():
            yield f"{file} is missing — {advice}"
    files = [kata.reference, kata.tests, *kata.wrong_answers, *kata.right_answers]
    trees, are_all_readable = {}, True
    for file in files:
        try:
            trees |= {file: parsed(file)} if file.is_file() else {}
        except SourceError as error:
            yield str(error)
            are_all_readable = False
    if are_all_readable and kata.reference in trees:
        steps = [node for node in trees[kata.reference].body if isinstance(node, _DEFINITIONS) and node.name[0] != "_"]
        yield from _of_steps(kata, steps)
        if kata.tests in trees:
            yield from _of_tests(kata.tests, trees[kata.tests], [step.name for step in steps])
        for file in kata.wrong_answers:
            yield from _of_labels(file, trees[file], [step.name for step in steps])


def _of_steps(kata: Kata, steps: list[ast.FunctionDef | ast.ClassDef]) -> Iterator[str]:
    if not steps:
        yield f"{kata.reference} has no step: its public functions and classes are the steps"
    for step in steps:
        methods = {node.name for node in step.body if isinstance(node, ast.FunctionDef)}
        if isinstance(step, ast.ClassDef) and "__init__" not in methods:
            yield f"{kata.reference}: {step.name} has no __init__ — write one, its parameters are the step's signature"


def _of_tests(file: Path, tree: ast.Module, steps: list[str]) -> Iterator[str]:
    classes = {step.replace("_", "").lower(): _class_of(step) for step in steps}
    tested = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            yield f"{file}: {node.name} stands alone — put it into the class of a step: {', '.join(classes.values())}"
        elif isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            tested.add(node.name.removeprefix("Test").lower())
            if node.name.removeprefix("Test").lower() not in classes:
                yield f"{file}: {node.name} names no step — the steps' classes are {', '.join(classes.values())}"
    for key, name in classes.items():
        if key not in tested:
            yield f"{file} has no tests of a step: write class {name}"


def _class_of(step: str) -> str:
    """Return the name of the class that holds the tests of a step."""
    return "Test" + "".join(part[:1].upper() + part[1:] for part in step.split("_"))


def _of_labels(file: Path, tree: ast.Module, steps: list[str]) -> Iterator[str]:
    labels = dict(re.findall(r"^(step|says): (.+)$", ast.get_docstring(tree) or "", flags=re.MULTILINE))
    wanted = {"step": "the step that must reject it", "says": "a part of the line its author must read"}
    for label, meaning in wanted.items():
        if label not in labels:
            yield f"{file} has no line '{label}: …' in its docstring — write {meaning}"
    if labels.get("step", steps[0] if steps else "") not in steps:
        yield f"{file}: there is no step {labels['step']} — the steps are {', '.join(steps)}"


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
