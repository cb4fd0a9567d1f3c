"""Which lines of code an exception went through."""

from __future__ import annotations

import dis
import linecache
import traceback
from pathlib import Path
from types import TracebackType

from _pytest import debugging
from _pytest.outcomes import Exit

from dojo.course import shown

_DEBUGGER = Path(debugging.__file__)
_MOST = 200  # at either end of a traceback; a recursion has as many between them as it likes


def frames_of(error: BaseException) -> traceback.StackSummary:
    """Return the frames of an error's traceback; of very many those at its ends."""
    frames = list(traceback.walk_tb(error.__traceback__))
    if len(frames) > 2 * _MOST:
        frames = frames[:_MOST] + frames[-_MOST:]
    return traceback.StackSummary.extract(frames)


def passes_through(error: BaseException, files: frozenset[str]) -> bool:
    """Whether a line of these files is among them."""
    return any(frame.filename in files for frame in frames_of(error))


def own_frames(error: BaseException, files: frozenset[str]) -> list[traceback.FrameSummary]:
    """Return the attempt's frames of an error, or of what it was raised from."""
    frames = frames_of(error)
    own = [frame for frame in frames if frame.filename in files]
    if not own and error.__cause__ is not None:
        return own_frames(error.__cause__, files)
    return own


def quoted(frame: traceback.FrameSummary) -> str:
    """Return `sums.py:12  return a - b`."""
    line = linecache.getline(frame.filename, frame.lineno or 0).strip()
    return f"{shown(Path(frame.filename))}:{frame.lineno}" + (f"  {line}" if line else "")


def in_test(frames: traceback.StackSummary) -> str:
    """Return the line of a test at which it was, in parentheses, or ""."""
    test = [frame for frame in frames if Path(frame.filename).name.startswith("test_")]
    return f" (test: `{test[-1].line}`)" if test else ""


def is_raised_by_hand(error: KeyboardInterrupt) -> bool:
    """Whether a statement has raised it, and no Ctrl-C."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_code.co_code[trace.tb_lasti] == dis.opmap["RAISE_VARARGS"]


def leaves_the_debugger(error: BaseException) -> bool:
    """Whether somebody has typed `q` at a breakpoint()."""
    return isinstance(error, Exit) and any(Path(frame.filename) == _DEBUGGER for frame in frames_of(error))


def only_frames_of(trace: TracebackType | None, files: frozenset[str]) -> TracebackType | None:
    """Return the traceback with nothing but the frames of these files."""
    kept = []
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in files:
            kept.append(trace)
        trace = trace.tb_next
    chain = None
    for link in reversed(kept[-_MOST:]):
        chain = TracebackType(chain, link.tb_frame, link.tb_lasti, link.tb_lineno)
    return chain
