"""Makes a kata that works from the start, for its author to replace piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from string import Template

from dojo.course import SLUG, katas
from dojo.errors import DojoError
from dojo.root import CHECKOUT, ROOT
from dojo.stub import stub_of

_TEMPLATES = Path(__file__).parent / "new_kata"

_CONFTEST = '''"""Makes this folder a course: the machinery is that of keras-katas, wherever pytest is started."""

import os
from pathlib import Path

os.environ.setdefault("DOJO_COURSE", str(Path(__file__).resolve().parent))

pytest_plugins = ["dojo.plugin"]
'''
_CONFIGURATION = """[pytest]
minversion = "9.0"
strict = true
# importlib: a kata's folder never lands on sys.path, so no stub can shadow another module.
addopts = ["--import-mode=importlib"]
"""
_CONFIGURED = {"pytest.toml", ".pytest.toml", "pytest.ini", ".pytest.ini"}


class RefusalError(DojoError):
    """There can be no such kata; the text says why."""


def new(name: str, root: Path) -> list[Path]:
    """Write the files of a new kata, and what makes a course of the folder where that is missing.

    Args:
        name: `NN_slug`.
        root: the folder of the course; it need not exist.

    Returns:
        The files written.

    Raises:
        RefusalError: the name is no kata's, or taken; nothing was written.
        OSError: what the file system does not allow; nothing is left of it.
    """
    if not SLUG.fullmatch(name):
        raise RefusalError(
            f"{name!r} names no kata — two digits and a topic in small letters, as in {_free(root)}_topic"
        )
    taken = next((kata.name for kata in katas(root) if kata.name[:2] == name[:2]), None)
    if taken:
        raise RefusalError(f"the number of {name} is that of {taken} — free is {_free(root)}")
    texts = _texts(name, root)
    for file in texts:
        if file.parent != root and file.parent.exists():
            raise RefusalError(f"{file.parent} exists already — move it away, or choose another name than {name}")
    _write(texts)
    return list(texts)


def what_to_do(name: str, root: Path) -> Iterator[str]:
    """Yield, line by line, what the author of a new kata does next."""
    place = str(root / "katas" / name)
    prove = name if root == ROOT else f'"{place}"' if " " in place else place
    yield "Replace what is marked TODO, the reference first. It works as it is, and after each change:"
    yield f"  dojo reset {name}   cuts the stub from the reference" + ("" if root == ROOT else f" (typed in {root})")
    yield f"  dojo verify {prove}   proves the kata"
    if root == CHECKOUT:
        yield "Still due for this course: 8 wrong answers and 5 right ones, a row in the map of README.md, and the"
        yield "lines '- Before: …' and '- Next: …' in this lesson and in its neighbours'."


def _free(root: Path) -> str:
    taken = [kata.number for kata in katas(root)]
    return f"{max(taken, default=0) + 1:02d}"


def _texts(name: str, root: Path) -> dict[Path, str]:
    kata, slug = root / "katas" / name, name[3:]
    words = {"name": name, "number": name[:2], "title": slug.replace("_", " ").strip().capitalize()}
    files = {
        "lesson.md": kata / "README.md",
        "hints.md": kata / "hints.md",
        "tests.py": kata / f"test_{slug}.py",
        "reference.py": root / "reference" / name / f"{slug}.py",
        "wrong_answer.py": root / "tests" / "wrong_answers" / name / "along_the_columns.py",
        "right_answer.py": root / "tests" / "right_answers" / name / "a_layer_for_it.py",
    }
    texts = {
        file: Template((_TEMPLATES / template).read_text(encoding="utf-8")).substitute(words)
        for template, file in files.items()
    }
    texts[kata / f"{slug}.py"] = stub_of(texts[files["reference.py"]])
    return texts | _of_the_course(root)


def _of_the_course(root: Path) -> dict[Path, str]:
    """Return the files that a course needs and this folder lacks."""
    texts = {root / "conftest.py": _CONFTEST, root / ".gitignore": ".dojo/\n__pycache__/\n"}
    if not _is_configured(root):
        texts[root / "pytest.toml"] = _CONFIGURATION
    return {file: text for file, text in texts.items() if not file.exists()}


def _is_configured(root: Path) -> bool:
    others = [root / name for name in ("pyproject.toml", "tox.ini", "setup.cfg")]
    sections = [file.read_text(encoding="utf-8", errors="replace") for file in others if file.exists()]
    return any((root / name).exists() for name in _CONFIGURED) or any(
        re.search(r"^\[(tool[.:])?pytest", text, flags=re.MULTILINE) for text in sections
    )


def _write(texts: dict[Path, str]) -> None:
    """Write all files or none; the folders that they need are made."""
    made: list[Path] = []
    try:
        for file, text in texts.items():
            for folder in reversed([each for each in file.parents if not each.exists()]):
                folder.mkdir()
                made.append(folder)
            with file.open("x", encoding="utf-8", newline="\n") as stream:
                made.append(file)
                stream.write(text)
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):  # the first error is the one to tell
                path.rmdir() if path.is_dir() else path.unlink()
        raise
