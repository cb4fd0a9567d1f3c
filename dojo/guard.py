"""Keeps the hands of an attempt off the course's files: it may read them, and write files of its own.

This is no sandbox. It stops the accident (a result saved over the attempt itself, a folder cleared that was the
wrong one) and whatever would make a later run say something else; a program that an attempt starts is not seen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dojo.course import shown
from dojo.root import CHECKOUT, ROOT

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Which of an event's arguments are paths that it changes, and which folders these are relative to.
_PATHS = {
    "open": (0,),
    "os.remove": (0,),
    "os.rmdir": (0,),
    "os.truncate": (0,),
    "os.chmod": (0,),
    "os.rename": (0, 1),
    "os.link": (1,),
    "os.symlink": (1,),
    "shutil.rmtree": (0,),
}
_SETTINGS = {"conftest.py", "pyproject.toml", "pytest.toml", ".pytest.toml", "pytest.ini", ".pytest.ini", "tox.ini"}
_OURS = {"reference", "dojo", "tests", ".git"}

_state = {"installed": False, "on": False}


def on() -> None:
    """From now on refuse what changes the course's files."""
    if not _state["installed"]:
        # Such a hook stays for the life of the process.
        sys.addaudithook(_look)
        _state["installed"] = True
    _state["on"] = True


def off() -> None:
    """Refuse nothing any more."""
    _state["on"] = False


@contextmanager
def lifted() -> Iterator[None]:
    """Let the machinery write."""
    before, _state["on"] = _state["on"], False
    try:
        yield
    finally:
        _state["on"] = before


def _look(event: str, arguments: tuple) -> None:
    if event not in _PATHS or not _state["on"]:
        return
    # A folder is opened for a temporary file without a name.
    if event == "open" and (not arguments[2] & _WRITING or os.path.isdir(arguments[0])):
        return
    with lifted():
        for index in _PATHS[event]:
            path = _resolved(arguments[index], arguments[-1] if event in ("os.remove", "os.rmdir") else -1)
            if path and any(_is_the_courses(path, root) for root in {ROOT, CHECKOUT}):
                raise PermissionError(f"an attempt may not change {shown(path)} — write into a folder of its own")


def _resolved(path: object, folder: object) -> Path | None:
    """Return where a path leads to; None for a descriptor, whose file was looked at when it was opened."""
    try:
        text = os.fsdecode(path)
        if isinstance(folder, int) and folder >= 0:
            text = os.path.join(os.readlink(f"/proc/self/fd/{folder}"), text)
        # The last part itself: to remove a link does not touch what it leads to.
        head, tail = os.path.split(os.path.abspath(text))
        return Path(os.path.realpath(head), tail)
    except (TypeError, ValueError, OSError):
        return None


def _is_the_courses(path: Path, root: Path) -> bool:
    if root.is_relative_to(path):
        return True  # a folder that holds the course
    if not path.is_relative_to(root) or "__pycache__" in path.parts:
        return False
    first, *rest = path.relative_to(root).parts
    if first == "katas":
        # A file that an attempt saves beside itself is its own.
        return len(rest) < 2 or path.suffix in (".py", ".md") or path.name in _SETTINGS
    if first == ".dojo":
        return not rest or rest[0] not in ("jax", "keras")  # but for what these keep there
    return first in _OURS or (not rest and path.name in _SETTINGS)
