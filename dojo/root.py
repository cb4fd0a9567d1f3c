"""Which course is meant: the folder that DOJO_COURSE names, else the one around the working directory, else our own."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "DOJO_COURSE"
# Where this machinery is, with our own course around it.
CHECKOUT = Path(__file__).resolve().parent.parent


def course_around(path: Path) -> Path | None:
    """Return the nearest folder, this one or above it, that holds `katas` and `reference`, or None."""
    # Of os.path: a folder that may not be looked into is no course, and no error.
    parts = ("katas", "reference")
    return next((each for each in (path, *path.parents) if all(os.path.isdir(each / part) for part in parts)), None)


def complaint() -> str:
    """Return one line on a DOJO_COURSE that leads to no course, or ""."""
    named = os.environ.get(VARIABLE)
    if not named or os.path.isdir(ROOT / "katas"):
        return ""
    return f"{VARIABLE}={named} is no course: there is no folder {ROOT / 'katas'} — unset it, or name a course's folder"


def _working_folder() -> Path:
    try:
        return Path.cwd()
    except OSError:  # it was deleted meanwhile
        return CHECKOUT


def _root() -> Path:
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser().resolve() if named else course_around(STARTED_IN) or CHECKOUT


STARTED_IN = _working_folder()
ROOT = _root()
