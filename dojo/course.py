"""What the course holds: katas, their files and their steps, read from paths and from the references."""

from __future__ import annotations

import ast
import difflib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dojo.errors import DojoError
from dojo.root import ROOT, STARTED_IN

SLUG = re.compile(r"\d\d_[a-z0-9_]+")


class SourceError(DojoError):
    """A file of the course cannot be read, or is not Python; the text says which and why, in one line."""


@dataclass(frozen=True)
class Step:
    """One public name of a kata and its contract, as the reference writes it down.

    `required` and `optional` are parameter names; `summary` is the first line of the docstring.
    """

    name: str
    is_class: bool
    required: tuple[str, ...]
    optional: tuple[str, ...]
    signature: str
    summary: str


@dataclass(frozen=True)
class Kata:
    """An exercise folder. Its path is its identity: `NN_slug` orders it and names its files."""

    folder: Path

    @property
    def name(self) -> str:
        """`NN_slug`."""
        return self.folder.name

    @property
    def number(self) -> int:
        """Its place in the course, which is how a person types it: 3."""
        return int(self.name[:2])

    @property
    def slug(self) -> str:
        """The name without its number; also the stem of the stub's file."""
        return self.name[3:]

    @property
    def stub(self) -> Path:
        """The file a learner edits."""
        return self.folder / f"{self.slug}.py"

    @property
    def tests(self) -> Path:
        """The failing tests."""
        return self.folder / f"test_{self.slug}.py"

    @property
    def lesson(self) -> Path:
        """The lesson."""
        return self.folder / "README.md"

    @property
    def hints(self) -> Path:
        """The hints, a heading for each step."""
        return self.folder / "hints.md"

    @property
    def reference(self) -> Path:
        """Our answer, the source the stub is cut from."""
        return self.folder.parent.parent / "reference" / self.name / f"{self.slug}.py"

    @property
    def right_answers(self) -> list[Path]:
        """Other right ways than the reference."""
        return self._answers("right_answers")

    @property
    def wrong_answers(self) -> list[Path]:
        """The known misconceptions, an answer each."""
        return self._answers("wrong_answers")

    def _answers(self, kind: str) -> list[Path]:
        return sorted((self.folder.parent.parent / "tests" / kind / self.name).glob("*.py"))

    @cached_property
    def title(self) -> str:
        """The lesson's first heading without its number."""
        first = self.lesson.read_text(encoding="utf-8").partition("\n")[0] if self.lesson.exists() else ""
        return first.lstrip("# 0123456789·—-").strip() or self.slug

    @cached_property
    def minutes(self) -> int | None:
        """How long the lesson says that it takes."""
        text = self.lesson.read_text(encoding="utf-8") if self.lesson.exists() else ""
        found = re.search(r"^\*About (\d+) minutes", text, flags=re.MULTILINE)
        return int(found[1]) if found else None

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The public names of the reference, in the order they are written.

        Raises:
            SourceError: the reference cannot be read.
        """
        tree = parsed(self.reference)
        kinds = (ast.FunctionDef, ast.ClassDef)
        return tuple(_step(node) for node in tree.body if isinstance(node, kinds) and node.name[0] != "_")

    def step(self, name: str) -> Step:
        """Return the step of this name."""
        return next(step for step in self.steps if step.name == name)


def _step(node: ast.FunctionDef | ast.ClassDef) -> Step:
    is_class = isinstance(node, ast.ClassDef)
    made_by = node
    if is_class:
        made_by = next(n for n in node.body if isinstance(n, ast.FunctionDef) and n.name == "__init__")
    arguments = made_by.args
    if is_class:
        # A learner makes Linear(units): neither self nor Keras's own **kwargs is theirs to give.
        del arguments.args[0]
        arguments.kwarg = None
    names = [argument.arg for argument in arguments.args]
    required = names[: len(names) - len(arguments.defaults)]
    return Step(
        name=node.name,
        is_class=is_class,
        required=tuple(required),
        optional=tuple(names[len(required) :]),
        signature=f"{node.name}({ast.unparse(arguments)})",
        summary=(ast.get_docstring(node) or "").partition("\n")[0],
    )


def parsed(file: Path) -> ast.Module:
    """Return the tree of a file.

    Raises:
        SourceError: it has none.
    """
    try:
        return ast.parse(file.read_bytes(), filename=str(file))
    except OSError as error:
        raise SourceError(f"{file} cannot be read: {error.strerror}") from error
    except SyntaxError as error:
        line = f" in line {error.lineno}" if error.lineno else ""
        raise SourceError(f"{file} is not Python: {error.msg}{line}") from error
    except ValueError as error:  # null bytes
        raise SourceError(f"{file} is not Python: {error}") from error


def katas(root: Path = ROOT) -> list[Kata]:
    """Return the katas below `root`, in the order of their numbers."""
    folder = root / "katas"
    if not folder.is_dir():
        return []
    return [Kata(path) for path in sorted(folder.iterdir()) if SLUG.fullmatch(path.name) and path.is_dir()]


def kata_at(path: Path, root: Path = ROOT) -> Kata | None:
    """Return the kata that a file or folder belongs to, or None."""
    katas_folder = root / "katas"
    if not path.is_relative_to(katas_folder) or path == katas_folder:
        return None
    folder = katas_folder / path.relative_to(katas_folder).parts[0]
    return Kata(folder) if folder.is_dir() and SLUG.fullmatch(folder.name) else None


def nearest(word: str, root: Path = ROOT) -> str | None:
    """Return the name of the kata most like `word` ("3", "03", "instantiate", a misspelling), or None."""
    names = [kata.name for kata in katas(root)]
    if word.isdigit():
        return next((name for name in names if int(name[:2]) == int(word)), None)
    part = next((name for name in names if word and word in name), None)
    if part:
        return part
    by_word = {name: name for name in names} | {name[3:]: name for name in names}
    found = difflib.get_close_matches(word, by_word, n=1)
    return by_word[found[0]] if found else None


def shown(path: Path) -> str:
    """Return a path as a person would type it: from the course's root for whoever works in the course, else in full."""
    near = STARTED_IN.is_relative_to(ROOT) and path.is_relative_to(ROOT)
    return str(path.relative_to(ROOT)) if near else str(path)


def typed(path: Path) -> str:
    """Return a path as it stands in a command: as `shown`, in quotes where it holds a space."""
    return f'"{shown(path)}"' if " " in shown(path) else shown(path)
