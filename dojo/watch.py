"""The watcher: the ladder of a kata, judged anew at each save, and a key for all else that a learner wants."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import click
import watchfiles
from filelock import FileLock, Timeout
from rich.markdown import Markdown

from dojo import backend, hints, overview
from dojo.course import ROOT, Kata, katas, shown
from dojo.pool import Pool
from dojo.terminal import Lines, Terminal
from dojo.view import View

# Editors save in several moves; a file that was quiet for this long is whole.
_QUIET_MS = 30


class AlreadyWatchedError(Exception):
    """Another watcher has this checkout."""


def watch(kata: Kata) -> None:
    """Watch a kata until the learner has enough.

    Raises:
        AlreadyWatchedError: another watcher runs in this checkout.
        OSError: the state folder or the katas cannot be used.
    """
    try:
        # The lock goes with the process, however that ends.
        with FileLock(backend.state_folder() / "watch.lock", timeout=0):
            Watcher(kata).run()
    except Timeout:
        raise AlreadyWatchedError("another dojo watch runs in this checkout — go on there, or end it with q") from None


class Watcher:
    """One event after the other: a save, a key, a word of an interpreter.

    Args:
        kata: what to begin with.
    """

    def __init__(self, kata: Kata):
        self._events: queue.SimpleQueue[tuple[Callable, tuple]] = queue.SimpleQueue()
        self._pool = Pool(lambda *message: self._events.put((self._hear, message)))
        self._terminal = Lines()
        if sys.stdin.isatty() and sys.stdout.isatty():
            self._terminal = Terminal(lambda key: self._events.put((self._press, (key,))))
        self._view = View(kata)
        self._judged: tuple[bytes, ...] = ()  # the texts of the run that is on its way or was the last
        self._started = 0.0
        self._asked: str = ""  # the key that a question was about
        self._enough = False

    def run(self) -> None:
        """Watch until q, the end of the terminal or a signal."""
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _leave)
        stop = threading.Event()
        listener = threading.Thread(target=self._listen, args=[stop], daemon=True)
        try:
            with self._terminal:
                listener.start()
                self._judge()
                while not self._enough:
                    handle, arguments = self._events.get()
                    handle(*arguments)
        finally:
            # Nothing may stop this short.
            for name in ("SIGINT", "SIGTERM", "SIGHUP"):
                if hasattr(signal, name):
                    signal.signal(getattr(signal, name), signal.SIG_IGN)
            stop.set()
            self._pool.close()

    def _listen(self, stop: threading.Event) -> None:
        try:
            for _ in watchfiles.watch(ROOT / "katas", step=_QUIET_MS, stop_event=stop, raise_interrupt=False):
                self._events.put((self._saved, ()))
        except OSError as error:
            self._events.put((self._fail, (error,)))

    def _fail(self, error: OSError) -> None:
        raise error

    def _texts(self) -> tuple[bytes, ...]:
        return tuple(_content(file) for file in (self._view.kata.stub, self._view.kata.tests))

    def _saved(self) -> None:
        if self._texts() != self._judged:
            self._judge()

    def _judge(self) -> None:
        self._judged = self._texts()
        self._started = time.monotonic()
        self._view.status = "judging again, with the newest text …" if self._pool.busy else "judging …"
        self._pool.run(self._view.kata)
        self._terminal.draw(self._view)

    def _hear(self, who, message) -> None:
        verdict = self._pool.hear(who, message)
        if verdict is None:
            return
        if self._view.verdict and verdict.current != self._view.verdict.current:
            self._view.below = []
        self._view.verdict = verdict
        self._view.status = f"judged in {time.monotonic() - self._started:.1f} s"
        self._terminal.draw(self._view)

    # The keys.

    def _press(self, key: str) -> None:
        if key == "end of input":
            self._enough = True
            return
        if key == "resize":
            self._terminal.draw(self._view)
            return
        asked, self._asked = self._asked, ""
        self._view.remark = ""
        if asked == "s" and key == "y":
            self._show_solutions()
        elif not asked and key in _ACTIONS:
            _ACTIONS[key](self)
        if not self._enough:
            self._terminal.draw(self._view)

    def _quit(self) -> None:
        self._enough = True

    def _hint(self) -> None:
        step = self._view.verdict and self._view.verdict.current
        if not step:
            self._view.below = [
                f"{self._view.kata.name} is done."
                if self._view.verdict and self._view.verdict.done
                else "No verdict yet."
            ]
            return
        entry = overview.standing_of(self._view.kata).entries.get(step)
        self._view.below = [Markdown(line) for line in hints.give(self._view.kata, step, entry)]

    def _list(self) -> None:
        self._view.below = [overview.table()]

    def _next(self) -> None:
        self._go(1)

    def _previous(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        all_katas = katas()
        place = all_katas.index(self._view.kata) + step
        if not 0 <= place < len(all_katas):
            self._view.remark = "there is no kata after this one" if step > 0 else "there is no kata before this one"
            return
        self._view = View(all_katas[place])
        self._judge()

    def _open(self) -> None:
        with self._terminal.lent():
            try:
                click.edit(filename=str(self._view.kata.stub), editor=_editor())
            except click.ClickException as error:
                self._view.remark = error.format_message()

    def _solutions(self) -> None:
        if self._view.verdict and self._view.verdict.done:
            self._show_solutions()
        else:
            self._asked = "s"
            self._view.remark = "Not all steps are done. Read the reference and other right answers now? y / n"

    def _show_solutions(self) -> None:
        files = [
            self._view.kata.reference,
            *sorted((ROOT / "tests" / "right_answers" / self._view.kata.name).glob("*.py")),
        ]
        with self._terminal.lent():
            click.echo_via_pager(
                f"# ──── {shown(file)}\n\n{file.read_text(encoding='utf-8').rstrip()}\n\n\n" for file in files
            )


_ACTIONS = {
    "h": Watcher._hint,
    "n": Watcher._next,
    "p": Watcher._previous,
    "l": Watcher._list,
    "r": Watcher._judge,
    "o": Watcher._open,
    "s": Watcher._solutions,
    "q": Watcher._quit,
}


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # deleted, and perhaps about to be written again
        return b""


def _editor() -> str | None:
    """Return what opens a file where VISUAL and EDITOR do not say: the editor around this terminal; None is click's."""
    inside_vscode = os.environ.get("TERM_PROGRAM") == "vscode" and shutil.which("code")
    return "code --reuse-window" if inside_vscode and not {"VISUAL", "EDITOR"} & set(os.environ) else None


def _leave(number, frame) -> None:
    sys.exit(128 + number)
