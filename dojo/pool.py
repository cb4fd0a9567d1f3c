"""Interpreters for the verdicts of one watcher: one that runs, and up to two warm ones that wait for the next save."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from dojo.child import Child
from dojo.course import Kata, shown

MOST_SPARES = 2


@dataclass(frozen=True)
class Verdict:
    """What a run said of a kata.

    Args:
        lines: (text, markup) of the ladder, as `pytest katas/NN_slug` prints it; without one, what pytest printed.
        status: pytest's exit status.
        current: the first step that is not there yet, None where all are.
        whole: whether every step ran.
        marks: step -> ✓ done, ✗ wrong, · not written; of the steps that ran.
    """

    lines: list[tuple[str, dict[str, bool]]]
    status: int
    current: str | None = None
    whole: bool = False
    marks: dict[str, str] = field(default_factory=dict)

    @property
    def done(self) -> bool:
        """Whether all steps are done."""
        return self.status == 0 and self.whole and self.current is None


class Interpreter(Child):
    """A process of `dojo.spare`.

    Args:
        kata: what it warms itself with, None for a cold one.
        tell: called with (this, message) from another thread; None says that the process is gone.
    """

    def __init__(self, kata: Kata | None, tell: Callable[[Interpreter, dict | None], None]):
        self.kata = kata
        self.ready = False
        self.verdict: dict | None = None
        self.ended: int | None = None
        arguments = ["-m", "dojo.spare", *([shown(kata.folder)] if kata else [])]
        super().__init__(arguments, lambda child, line: tell(child, line and json.loads(line)))

    def ask(self, *arguments: str) -> None:
        """Have it run pytest with these arguments; once only."""
        self.send(json.dumps(arguments))


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
    def rests(self) -> bool:
        """Whether all that was to be done in advance is done."""
        return not self._running and len(self._spares) == MOST_SPARES and all(spare.ready for spare in self._spares)

    def run(self, kata: Kata) -> None:
        """Begin a run of this kata; one that was on its way is given up."""
        self._give_up()
        if kata != self._kata:
            # The others know the programs of another kata; one of them is still better than a cold one.
            for spare in self._spares[1:]:
                self._drop(spare)
            self._kata = kata
        if not self._spares:
            self._spares.append(Interpreter(kata, self._tell))
        self._running = self._spares.pop(0)
        self._running.ask(shown(kata.folder))

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
        self._give_up()
        for interpreter in (*self._spares, *self._leaving):
            interpreter.kill()
        self._spares, self._leaving = [], []

    def _give_up(self) -> None:
        if self._running:
            self._running.kill()
            self._running = None

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
