"""Interpreters for the verdicts of one watcher: one that runs, and up to two warm ones that wait for the next save."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from dojo.course import ROOT, Kata, shown

MOST_SPARES = 2
_OUTPUT_LINES = 40  # of what pytest printed; shown where there is no verdict


@dataclass(frozen=True)
class Verdict:
    """What a run said of a kata.

    Args:
        lines: (text, markup) of the ladder, as `pytest katas/NN_slug` prints it; without one, what pytest printed.
        status: pytest's exit status.
        current: the first step that is not there yet, None where all are.
        untouched: whether nothing of that step is written yet.
        whole: whether every step ran.
    """

    lines: list[tuple[str, dict[str, bool]]]
    status: int
    current: str | None = None
    untouched: bool = False
    whole: bool = False

    @property
    def done(self) -> bool:
        """Whether all steps are done."""
        return self.status == 0 and self.whole and self.current is None


class Interpreter:
    """A process of `dojo.spare`.

    Args:
        kata: what it warms itself with, None for a cold one.
        tell: called with (this, message) from another thread; a message of None says that the process is gone.
    """

    def __init__(self, kata: Kata | None, tell: Callable[[Interpreter, dict | None], None]):
        self.kata = kata
        self.ready = False
        self.verdict: dict | None = None
        self.ended: int | None = None
        self.printed: deque[str] = deque(maxlen=_OUTPUT_LINES)
        # A group of its own: Ctrl-C is the watcher's, and what an attempt starts can be ended with it.
        group = {"start_new_session": True}
        if sys.platform == "win32":
            group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "dojo.spare", *([shown(kata.folder)] if kata else [])],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            **group,
        )
        self._kill_once = threading.Lock()
        self._reading = threading.Thread(target=self._read_output, daemon=True)
        self._reading.start()
        threading.Thread(target=self._listen, args=[tell], daemon=True).start()

    def ask(self, *arguments: str) -> None:
        """Have it run pytest with these arguments; once only."""
        with suppress(OSError):  # it died just now, which is told
            self._process.stdin.write(json.dumps(arguments) + "\n")
            self._process.stdin.flush()

    def kill(self) -> None:
        """End it, with all that it has started."""
        # Once: when it has been waited for, its number may be another's.
        if self._kill_once.acquire(blocking=False):
            with suppress(OSError):
                if hasattr(os, "killpg"):
                    os.killpg(self._process.pid, signal.SIGKILL)
                else:
                    self._process.kill()
        self._process.wait()

    def _read_output(self) -> None:
        for line in self._process.stderr:
            self.printed.append(line.rstrip("\n"))

    def _listen(self, tell: Callable[[Interpreter, dict | None], None]) -> None:
        for line in self._process.stdout:
            tell(self, json.loads(line))
        # What the attempt has started may still hold the other pipe.
        self.kill()
        self._reading.join()
        tell(self, None)


class Pool:
    """Gives verdicts, each from an interpreter of its own that was warm beforehand where there was time for it.

    Args:
        tell: what an Interpreter calls; whoever owns the pool hands each message on to `hear` in its own thread.
    """

    def __init__(self, tell: Callable[[Interpreter, dict | None], None]):
        self._tell = tell
        self._kata: Kata | None = None
        self._spares: list[Interpreter] = []
        self._running: Interpreter | None = None
        self._leaving: list[Interpreter] = []  # their verdict is told, they tidy up

    @property
    def busy(self) -> bool:
        """Whether a run is on its way."""
        return self._running is not None

    @property
    def processes(self) -> list[Interpreter]:
        """All interpreters that live."""
        return [*self._spares, *([self._running] if self._running else []), *self._leaving]

    def run(self, kata: Kata) -> None:
        """Begin a run of this kata; one that was on its way is given up."""
        self.give_up()
        if kata != self._kata:
            # The others know the programs of another kata; one of them is still better than a cold one.
            for spare in self._spares[1:]:
                self._drop(spare)
            self._kata = kata
        if not self._spares:
            self._spares.append(Interpreter(kata, self._tell))
        self._running = self._spares.pop(0)
        self._running.ask(shown(kata.folder))

    def give_up(self) -> None:
        """End the run that is on its way."""
        if self._running:
            self._running.kill()
            self._running = None

    def hear(self, who: Interpreter, message: dict | None) -> Verdict | None:
        """Take a message and return the verdict if it brought one."""
        if who in self._spares:
            self._hear_spare(who, message)
        elif who is self._running:
            return self._hear_running(who, message)
        elif who in self._leaving and message is None:
            self._leaving.remove(who)
        return None

    def _hear_running(self, who: Interpreter, message: dict | None) -> Verdict | None:
        if message is not None and "verdict" in message:
            who.verdict = message["verdict"]
            # A cold one may yet find a later verdict, after a death.
            return self._settle() if who.kata else None
        if message is not None:
            who.ended = message.get("ended", who.ended)
            return None
        if who.verdict is None and who.kata:
            # It died, or pytest refused to run: a supervised one finds out what it was.
            self._running = Interpreter(None, self._tell)
            self._running.ask(shown(self._kata.folder))
            return None
        return self._settle()

    def close(self) -> None:
        """End all interpreters."""
        for interpreter in self.processes:
            interpreter.kill()
        self._spares, self._running, self._leaving = [], None, []

    def _settle(self) -> Verdict:
        who, self._running = self._running, None
        if who.ended is None:
            self._leaving.append(who)
        self._refill()
        if who.verdict is None:
            return Verdict([(line, {}) for line in who.printed], who.ended or 1)
        return Verdict(**who.verdict)

    def _hear_spare(self, spare: Interpreter, message: dict | None) -> None:
        if message is None:
            self._spares.remove(spare)
            # One that never became ready would be followed by another that does not.
            if spare.ready:
                self._refill()
        elif message.get("ready"):
            spare.ready = True
            self._refill()

    def _refill(self) -> None:
        """Warm one more, one at a time: the learner's editor wants a core as well."""
        if len(self._spares) < MOST_SPARES and all(spare.ready for spare in self._spares) and not self._running:
            self._spares.append(Interpreter(self._kata, self._tell))

    def _drop(self, spare: Interpreter) -> None:
        self._spares.remove(spare)
        spare.kill()
