"""Runs the proofs of this checkout's `tests/` on its own katas or on those of somebody else's course."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from dojo.course import katas
from dojo.errors import DojoError
from dojo.root import CHECKOUT, VARIABLE

_PROOFS = ("tests/test_katas.py", "tests/test_lessons.py")


class NoProofsError(DojoError):
    """The proofs are not here; the text says how to get them."""


def course_in(argument: str) -> tuple[Path, str | None] | None:
    """Return (the course's folder, the kata's name or None for all), or None for what can only be a kata's name.

    Args:
        argument: a course's folder, its folder `katas`, or the folder of a kata in it; or anything else.
    """
    folder = Path(argument).expanduser().resolve()
    if folder.is_dir():
        if folder.parent.name == "katas" and not (folder / "katas").is_dir():
            return folder.parent.parent, folder.name
        return (folder.parent if folder.name == "katas" else folder), None
    above = argument.replace("\\", "/").rstrip("/").rpartition("/")[0]
    return None if above in ("", "katas") else (folder, None)


def prove(root: Path, name: str | None) -> int:
    """Run the proofs and return pytest's exit status.

    Args:
        root: the course's folder.
        name: of the one kata to prove; None for all.

    Raises:
        NoProofsError: this is no checkout.
    """
    if not (CHECKOUT / _PROOFS[0]).is_file():
        raise NoProofsError(f"the proofs are missing: {CHECKOUT / _PROOFS[0]} — install from a clone: pip install -e .")
    names = [name] if name else [kata.name for kata in katas(root)]
    print(f"proving {', '.join(names)} of {root}", flush=True)
    command = [sys.executable, "-m", "pytest", *_PROOFS, "--tb=short"]
    command += [f"--kata={name}"] if name else []
    # One kata is proved in the time that more processes would take to import Keras.
    command += ["-n0"] if len(names) == 1 else []
    environment = os.environ | {VARIABLE: str(root)}
    return subprocess.run(command, cwd=CHECKOUT, env=environment, check=False).returncode
