"""Remembers, across the death of an interpreter, which step it died in."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dojo import limits, strays

IMPORT = "import"  # the "step" in which an attempt's file is first run
_FINISHED = "finished"
_PREFIX = "keras-katas-run-"
DIED = "the interpreter died while it ran — a crash, or a loop in compiled code that never came back"


class BlackBox:
    """A folder with one file for each interpreter of a run, which says what it is running.

    A file that outlives its interpreter tells the next one which step not to run again. One kata is never on two
    interpreters at once, so a file about my step that is not mine is a dead one's.
    """

    def __init__(self, folder: Path, interpreter: str):
        self._folder = folder
        self._file = folder / interpreter

    @contextmanager
    def recording(self, kata: str, step: str) -> Iterator[None]:
        """Note what runs in this block; nests."""
        before = self._file.read_text() if self._file.exists() else ""
        self._file.write_text(f"{kata} {step}")
        try:
            yield
        finally:
            self._file.write_text(before)

    def died_in(self, kata: str, step: str) -> bool:
        """Whether another interpreter of this run died in this step or in importing this kata's attempt."""
        notes = {file.read_text() for file in self._folder.iterdir() if file != self._file}
        return bool(notes & {f"{kata} {step}", f"{kata} {IMPORT}"})

    def finish(self, exit_status: int) -> None:
        """Note that the run came to its end."""
        (self._folder / _FINISHED).write_text(str(exit_status))


def new_folder() -> Path:
    """Make the folder of one run, where pytest needs room as well; take away those that killed runs left a day ago."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # another person's
            if time.time() - folder.stat().st_mtime > 86_400:
                shutil.rmtree(folder)
    return Path(tempfile.mkdtemp(prefix=_PREFIX))


def name_of_child(number: int) -> str:
    """Return the name of the n-th interpreter of a supervised run."""
    return f"main-{number}"


def supervise(folder: Path, most_deaths: int) -> tuple[int | None, int]:
    """Run the rest of the program in a child, and again after each death; Linux, before any thread has started.

    Returns:
        (None, n) in the n-th child, which goes on; (exit status, n) in the parent, when the last child is done.
    """
    before = strays.adopt_orphans()
    for number in range(most_deaths + 1):
        # What is buffered would be written by both.
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if child == 0:
            limits.end_with_parent()
            return None, number
        status = os.waitstatus_to_exitcode(_wait(child))
        strays.end_children(but=before)
        finished = folder / _FINISHED
        if finished.exists():
            # Not the process's own status: a crash while it shuts down, or an attempt's atexit, must not change it.
            status = int(finished.read_text())
            break
        note = folder / name_of_child(number)
        if not (note.exists() and note.read_text()):
            break  # a command that makes no sense ends before any step
        status = 1
    shutil.rmtree(folder, ignore_errors=True)
    return status if status >= 0 else 1, number


def leave() -> None:
    """End a child of a supervised run whose verdict is told, if a thread of an attempt would keep it for ever."""
    mine = threading.main_thread()
    if any(not thread.daemon for thread in threading.enumerate() if thread is not mine):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def _wait(child: int) -> int:
    # Ctrl-C reaches the child by itself; what ends the parent must end the child too.
    def forward(number, frame):
        os.kill(child, number)

    before = {name: signal.signal(name, forward) for name in (signal.SIGTERM, signal.SIGHUP)}
    before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return os.waitpid(child, 0)[1]
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
