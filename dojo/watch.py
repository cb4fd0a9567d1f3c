"""The watcher: the ladder of a kata, judged anew at each save, and a key for all else that a learner wants."""

from __future__ import annotations

import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import watchfiles
from filelock import FileLock, Timeout

from dojo import backend
from dojo.child import Child
from dojo.course import ROOT, Kata
from dojo.errors import DojoError
from dojo.keys import Keys
from dojo.pool import Pool, Verdict
from dojo.terminal import Lines, Terminal
from dojo.view import View

# Editors save in several moves; a file that was quiet for this long is whole.
_QUIET_MS = 30


class AlreadyWatchedError(DojoError):
    """Another watcher has this checkout."""


@contextmanager
def alone() -> Iterator[None]:
    """Be the only watcher of this checkout for the block.

    Raises:
        AlreadyWatchedError: another one runs.
        OSError: the state folder cannot be used.
    """
    # The lock goes with the process, however that ends.
    try:
        held = FileLock(backend.state_folder() / "watch.lock", timeout=0).acquire()
    except Timeout:
        raise AlreadyWatchedError("another dojo watch runs in this checkout — go on there, or end it with q") from None
    with held:
        yield


class Watcher:
    """One event after the other: a save, a key, a word of an interpreter.

    Args:
        kata: what to begin with.
        remark: what to say at first.
    """

    def __init__(self, kata: Kata, remark: str = ""):
        self._events: queue.SimpleQueue[tuple[Callable, tuple]] = queue.SimpleQueue()
        self._pool = Pool(lambda *message: self.tell(self._hear, *message))
        self.terminal = Lines()
        if sys.stdin.isatty() and sys.stdout.isatty():
            self.terminal = Terminal(lambda key: self.tell(self._keys.press, key))
        self.view = self._view_of(kata, remark)
        self._keys = self._answerer()
        self._judged: tuple[bytes, ...] = ()  # the texts of the run that is on its way or was the last
        self._started = 0.0
        self._cost: Child | None = None  # says what the answer cost next to the reference
        self.enough = False

    def _view_of(self, kata: Kata, remark: str = "") -> View:
        return View(kata, remark=remark)

    def _answerer(self) -> Keys:
        return Keys(self)

    def go_to(self, kata: Kata) -> None:
        """Watch another kata."""
        self.view = self._view_of(kata)
        self.judge()

    def tell(self, handle: Callable, *arguments) -> None:
        """Have the watcher call this in its own thread, soon; for all other threads."""
        self._events.put((handle, arguments))

    def run(self) -> None:
        """Watch until q, the end of the terminal or a signal."""
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _leave)
        stop = threading.Event()
        listener = threading.Thread(target=self._listen, args=[stop], daemon=True)
        try:
            with self.terminal:
                listener.start()
                self.judge()
                while not self.enough:
                    handle, arguments = self._events.get()
                    handle(*arguments)
        finally:
            # Nothing may stop this short.
            for name in ("SIGINT", "SIGTERM", "SIGHUP"):
                if hasattr(signal, name):
                    signal.signal(getattr(signal, name), signal.SIG_IGN)
            stop.set()
            self._drop_cost()
            self._pool.close()

    def _listen(self, stop: threading.Event) -> None:
        try:
            for _ in watchfiles.watch(ROOT / "katas", step=_QUIET_MS, stop_event=stop, raise_interrupt=False):
                self.tell(self._saved)
        except OSError as error:
            self.tell(self._fail, error)

    def _fail(self, error: OSError) -> None:
        raise error

    def _texts(self) -> tuple[bytes, ...]:
        return tuple(_content(file) for file in (self.view.kata.stub, self.view.kata.tests))

    def _saved(self) -> None:
        if self._texts() != self._judged:
            self.judge()

    def judge(self) -> None:
        """Begin a run with the newest text."""
        self._drop_cost()
        self._judged = self._texts()
        self._started = time.monotonic()
        self.view.status = "judging again, with the newest text …" if self._pool.busy else "judging …"
        self._pool.run(self.view.kata)
        self.terminal.draw(self.view)

    def _hear(self, who, message) -> None:
        verdict = self._pool.hear(who, message)
        if verdict is None:
            # Beside the warming of spares nothing could be timed.
            if self.view.verdict and self.view.verdict.done and self._pool.rests and not self._cost:
                self._cost = Child(["-m", "dojo.leash", "cost", self.view.kata.name], self._tell_cost)
            return
        if self.view.verdict and verdict.current != self.view.verdict.current:
            self.view.below = []
        self.view.verdict = verdict
        self._take_note(verdict)
        self.view.status = f"judged in {time.monotonic() - self._started:.1f} s"
        self.terminal.draw(self.view)

    def _take_note(self, verdict: Verdict) -> None:
        """Do what else a verdict is for."""

    def _tell_cost(self, child: Child, line: str | None) -> None:
        self.tell(self._hear_cost, child, line)

    def _hear_cost(self, child: Child, line: str | None) -> None:
        # Its first line names the kata.
        if child is self._cost and line and not line.startswith(self.view.kata.name):
            self.view.cost.append(line)
            self.terminal.draw(self.view)

    def _drop_cost(self) -> None:
        if self._cost:
            self._cost.kill()
        self._cost, self.view.cost = None, []


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # deleted, and perhaps about to be written again
        return b""


def _leave(number, frame) -> None:
    sys.exit(128 + number)
