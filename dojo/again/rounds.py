"""The rounds at a kata: each one go from a fresh stub to green, derived from its journal every time."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from dojo import progress
from dojo.again import journal
from dojo.again.journal import Event
from dojo.course import Kata

BREAK = timedelta(minutes=15)  # whoever does nothing for longer is doing something else
_RUN = re.compile(r"(?P<done>\d+) of (?P<steps>\d+), (?P<wrong>\d+) wrong, (?P<digest>\w+)")


@dataclass(frozen=True)
class Round:
    """One go at a kata. What happened after it was green does not change it.

    Args:
        number: 1 for the first.
        started: when it began.
        green: when all steps were done for the first time, None if they never were.
        seconds: time to green without breaks, or spent so far; None where nothing could be measured.
        hints: how many hints were taken: levels, over all steps.
        wrong_runs: how many texts were judged in which a step was written, but wrong.
        answers: whether the reference or other right answers were opened on the way.
        n_steps: how many steps the kata had, 0 if it was never run.
        kept: the name of the file that keeps its text, "" if that is the stub, or nothing was kept.
    """

    number: int
    started: datetime
    green: datetime | None
    seconds: int | None
    hints: int
    wrong_runs: int
    answers: bool
    n_steps: int
    kept: str = ""

    @property
    def measured(self) -> bool:
        """Whether more is known than that it is green: it may have been solved before there was a journal."""
        return bool(self.seconds or self.hints or self.wrong_runs or self.answers)


def of(kata: Kata) -> list[Round]:
    """Return the rounds at a kata; the text of the last one is the stub as it is now.

    Raises:
        OSError: the journal is there and cannot be read.
    """
    return among(journal.events(kata) or _before_the_journal(kata))


def among(events: list[Event]) -> list[Round]:
    """Return the rounds that these events of one kata make."""
    goes: list[list[Event]] = [[]]
    for event in events:
        if event.word == "fresh":
            goes.append([])
        goes[-1].append(event)
    kept = [go[0].details for go in goes[1:]]
    # To have run the stub once, with all others, is not to have begun.
    begun = [place for place, go in enumerate(goes) if go and (place or kept or not all(map(_is_idle, go)))]
    return [
        _round(number, goes[place], kept[place] if place < len(kept) else "") for number, place in enumerate(begun, 1)
    ]


def adopt(kata: Kata) -> None:
    """Begin the journal of a kata that was done before there was one, so that its pass keeps its date."""
    # A journal that cannot be read is no reason to have none of what follows.
    with suppress(OSError):
        if not journal.events(kata):
            for event in _before_the_journal(kata):
                journal.note(kata, event.word, event.details, event.time)


def run_details(n_done: int, n_steps: int, n_wrong: int, digest: str) -> str:
    """Return what the journal says of a run, as it is read here."""
    return f"{n_done} of {n_steps}, {n_wrong} wrong, {digest}"


def _before_the_journal(kata: Kata) -> list[Event]:
    passed = progress.passed_at(kata)
    if passed is None:
        return []
    n_steps = len(kata.steps)
    return [Event(passed, "run", run_details(n_steps, n_steps, 0, progress.digest(kata.stub.read_bytes())))]


def _round(number: int, go: list[Event], kept: str) -> Round:
    passed = next((place for place, event in enumerate(go) if _is_green(event)), None)
    counted = _without_the_wait(go if passed is None else go[: passed + 1])
    runs = [found for event in counted if (found := _run(event))]
    return Round(
        number=number,
        started=counted[0].time,
        green=None if passed is None else go[passed].time,
        seconds=_seconds(counted) or None,
        hints=len({event.details for event in counted if event.word == "hint"}),
        wrong_runs=len({run["digest"] for run in runs if int(run["wrong"])}),
        answers=any(event.word == "answers" for event in counted),
        n_steps=max((int(run["steps"]) for run in runs), default=0),
        kept=kept,
    )


def _without_the_wait(go: list[Event]) -> list[Event]:
    """Leave out what lies before the break after which the work began."""
    worked = next((place for place, event in enumerate(go) if not _is_idle(event)), len(go) - 1)
    waits = [place for place in range(1, worked + 1) if go[place].time - go[place - 1].time > BREAK]
    return go[waits[-1] :] if waits else go


def _seconds(events: list[Event]) -> int:
    gaps = [after.time - before.time for before, after in pairwise(events)]
    # A clock may have been set back.
    return round(sum(gap.total_seconds() for gap in gaps if timedelta(0) < gap <= BREAK))


def _run(event: Event) -> re.Match | None:
    return _RUN.fullmatch(event.details) if event.word == "run" else None


def _is_green(event: Event) -> bool:
    run = _run(event)
    return bool(run) and 0 < int(run["steps"]) <= int(run["done"])


def _is_idle(event: Event) -> bool:
    """Whether nothing had been done yet: the stub was written, or run as it is."""
    run = _run(event)
    return event.word == "fresh" or bool(run and int(run["done"]) == int(run["wrong"]) == 0)
