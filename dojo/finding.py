"""What a check of the doctor found, and what to type: spelled for this interpreter, this folder, this platform."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib import util
from pathlib import Path

from dojo.course import ROOT
from dojo.root import CHECKOUT

FINE, NOTE, STOP = "✓", "!", "✗"
ON_WINDOWS = os.name == "nt"


@dataclass(frozen=True)
class Finding:
    """One line of the doctor.

    `mark` is FINE, NOTE (could be better) or STOP (nothing can be practised until it is mended); `command` is what to
    type, "" where there is nothing to type.
    """

    mark: str
    what: str
    command: str = ""


def typed(*words: str | Path) -> str:
    """Return a command as this platform's shell takes it."""
    texts = [str(word) for word in words]
    return subprocess.list2cmdline(texts) if ON_WINDOWS else shlex.join(texts)


def install(*what: str) -> str:
    """Return the command that installs packages, or options of pip, for the interpreter that runs."""
    return _pip("install", *what)


def uninstall(package: str) -> str:
    """Return the command that removes a package."""
    return _pip("uninstall", package)


def the_course(extra: str = "", at: Path = CHECKOUT) -> tuple[str, str]:
    """Return the arguments that install a checkout of the course, with an extra."""
    return "-e", here(at) + (f"[{extra}]" if extra else "")


def rename(path: Path, name: str) -> str:
    """Return the command that gives a file another name in its folder."""
    return typed("move" if ON_WINDOWS else "mv", here(path), here(path.with_name(name)))


def unset(variable: str) -> str:
    """Return the command that takes a variable out of the environment."""
    return f"set {variable}=" if ON_WINDOWS else f"unset {variable}"


def setting(variable: str, value: str) -> str:
    """Return the command that puts a variable into the environment."""
    return f"set {variable}={value}" if ON_WINDOWS else f"export {variable}={shlex.quote(value)}"


def restore(*paths: Path) -> str:
    """Return the command that brings files of the course back."""
    elsewhere = [] if Path.cwd() == ROOT else ["-C", ROOT]
    return typed("git", *elsewhere, "restore", *(path.relative_to(ROOT).as_posix() for path in paths))


def dojo(*words: str) -> str:
    """Return a command of the dojo."""
    return typed("dojo", *words) if shutil.which("dojo") else python("-m", "dojo.cli", *words)


def here(path: Path) -> str:
    """Return a path as a person in the current folder would type it."""
    folder = Path.cwd()
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def python(*arguments: str) -> str:
    """Return a command for the interpreter that runs."""
    name = Path(sys.executable).name
    # What the name alone would start may be another Python.
    return typed(name if shutil.which(name) == sys.executable else here(Path(sys.executable)), *arguments)


def _pip(command: str, *words: str) -> str:
    if util.find_spec("pip") is None and shutil.which("uv"):
        return typed("uv", "pip", command, "--python", here(Path(sys.executable)), *words)
    return python("-m", "pip", command, *words)
