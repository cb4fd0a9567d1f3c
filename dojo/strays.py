"""Ends what an attempt leaves behind when its test is over: threads, processes, files by the hundred."""

from __future__ import annotations

import ctypes
import gc
import io
import os
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import FrameType

_PATIENCE = 1.0  # seconds for a thread to come to its next statement
_MANY_FILES = 100


def end_threads(files: frozenset[str]) -> None:
    """Raise SystemExit in every other thread that runs code of these files; what waits for ever is left to wait."""
    mine = threading.get_ident()
    if threading.active_count() == 1:
        return
    threads = {thread.ident: thread for thread in threading.enumerate()}
    ended = []
    for ident, frame in sys._current_frames().items():
        if ident != mine and _runs_code_of(files, frame):
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(ident), ctypes.py_object(SystemExit))
            ended.append(threads.get(ident))
    for thread in ended:
        if thread is not None:
            thread.join(_PATIENCE / len(ended))


def _runs_code_of(files: frozenset[str], frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename in files:
            return True
        frame = frame.f_back
    return False


def open_descriptors() -> frozenset[int]:
    """Return the numbers of the files that this process has open; none where the system does not tell."""
    try:
        return frozenset(map(int, os.listdir("/dev/fd")))
    except OSError:
        return frozenset()


def close_files(but: frozenset[int]) -> None:
    """Close all files but these, if so many more are open that others may find none left."""
    if not but or not _is_taken(max(but) + _MANY_FILES):
        return
    for thing in gc.get_objects():
        if type(thing) is io.FileIO and not thing.closed and thing.fileno() not in but:
            thing.close()


def _is_taken(descriptor: int) -> bool:
    import fcntl  # Windows has none, and no /dev/fd

    try:
        number = fcntl.fcntl(2, fcntl.F_DUPFD, descriptor)
    except OSError:  # no number from there on is free, or allowed
        return True
    os.close(number)
    return number != descriptor


def adopt_orphans() -> frozenset[int]:
    """Become the parent of all processes below this one that lose their own, and return those it has; Linux only."""
    if sys.platform == "linux":
        set_child_subreaper = 36  # PR_SET_CHILD_SUBREAPER of sys/prctl.h
        ctypes.CDLL(None).prctl(set_child_subreaper, 1)
    return _children()


def end_children(but: frozenset[int]) -> None:
    """End the processes that this one is the parent of, and those that so become its own, but for these."""
    for _ in range(100):  # each round brings up the next generation
        children = _children() - but
        if not children:
            return
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(child, 0)


def _children() -> frozenset[int]:
    try:
        lists = [(task / "children").read_text() for task in Path("/proc/self/task").iterdir()]
    except OSError:  # not every Linux tells
        return frozenset()
    return frozenset(int(number) for text in lists for number in text.split())
