"""Turns whatever an attempt raised into one line that teaches."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

from _pytest.outcomes import Exit, Failed, OutcomeException, skip

from dojo.frames import frames_of, in_test, own_frames, passes_through, quoted
from dojo.plain import name_of, plain, text_of
from dojo.printable import printable

_LONGEST_LINE = 690  # ours around it included


class NotYet(AssertionError):
    """An attempt is not right yet; the text is the one line its author reads.

    `where` is "file.py:12" and the line of the attempt there, `untouched` marks a step that still is the stub's.
    """

    def __init__(self, line: str, where: str = "", untouched: bool = False):
        line = printable(line)
        super().__init__(line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} …")
        self.where = printable(where)
        self.untouched = untouched


class OurTestBroke(Exception):
    """A test of the course failed by itself; the attempt is not to blame."""


# The short name is what pytest prints in its own summary line.
NotYet.__module__ = OurTestBroke.__module__ = "builtins"


class TimeUp(BaseException):
    """The time limit of a test ran out. Not an Exception: an attempt's `except Exception` must not eat it."""


class HardExit(BaseException):
    """The attempt called os._exit()."""


def explain(error: BaseException, step: str, attempt_files: frozenset[str]) -> NotYet | OurTestBroke:
    """Return what to tell the author of the attempt about this exception.

    Args:
        error: what a test of the step raised.
        step: the step's name; it opens the line.
        attempt_files: file names whose frames are the attempt's.
    """
    if isinstance(error, NotYet) and not passes_through(error, attempt_files):
        return error
    frames = frames_of(error)
    own = own_frames(error, attempt_files)
    where = quoted(own[-1]) if own else ""
    if isinstance(error, TimeUp):
        return NotYet(f"{step}: {error} — does a loop in it never end?", where)
    if isinstance(error, NotImplementedError) and "TODO" in text_of(error):
        missing = own[-1].name if own and own[-1].name in text_of(error) else step
        return NotYet(f"{missing}: not written yet — {_todo(error)}", where, untouched=True)
    if isinstance(error, (SystemExit, HardExit)):
        return NotYet(f"{step}: it ends the program with exit() — return a value and let the caller go on", where)
    if name_of(error) == "BdbQuit":
        return NotYet(f"{step}: it stops at a breakpoint(), and nobody is there to go on — take it out", where)
    if isinstance(error, (OutcomeException, Exit)) and (own or not isinstance(error, Failed)):
        return NotYet(f"{step}: it calls pytest to end the test ({name_of(error)}) — return a value instead", where)
    if isinstance(error, (AssertionError, Failed)) and not passes_through(error, attempt_files):
        # A claim of the test, about what the attempt raised if it has a cause.
        return NotYet(f"{step}: {text_of(error).partition(chr(10))[0]}", where)
    if own:
        return NotYet(f"{step}: {name_of(error)}: {plain(error)}", where)
    if _raised_by_a_library(frames):
        return NotYet(f"{step}: using what it returned failed: {name_of(error)}: {plain(error)}{in_test(frames)}")
    said = f"{name_of(error)}: {plain(error)}{in_test(frames)}"
    return OurTestBroke(f"our test broke, the mistake is not yours — please report it: {said}")


def is_a_skip_of_ours(error: BaseException, tests: Path) -> bool:
    """Whether a test, or a mark on it, has left itself out; not an attempt, by whatever road."""
    if not isinstance(error, skip.Exception):
        return False
    frames = frames_of(error)
    last = [frame for frame in frames if not {"_pytest", "pluggy"} & set(Path(frame.filename).parts)][-1]
    if Path(last.filename) == tests:
        return re.search(r"\b(importor)?skip\(", last.line or "") is not None
    return Path(last.filename).parent == Path(__file__).parent


def _todo(error: BaseException) -> str:
    return text_of(error).partition("TODO:")[2].strip().partition("\n")[0]


def _raised_by_a_library(frames: traceback.StackSummary) -> bool:
    """Whether a test called into Keras or a backend and that raised: the attempt's object was wrong for the call."""
    innermost = Path(frames[-1].filename).parts if frames else ()
    return bool({"keras", "jax", "jaxlib", "torch", "tensorflow", "h5py"} & set(innermost))
