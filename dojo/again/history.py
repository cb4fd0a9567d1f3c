"""The attempts at the katas: as tables, as a chart, and the difference between two of them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from rich.bar import Bar
from rich.console import Console, RenderableType
from rich.syntax import Syntax
from rich.table import Table

from dojo.again import fresh, rounds, story, tables
from dojo.again.rounds import Round
from dojo.again.schedule import grade
from dojo.course import Kata, katas, shown
from dojo.errors import DojoError

_WIDEST_BAR = 40  # characters


class HistoryError(DojoError):
    """What was asked for is not there; the text says what is."""


def of_all(console: Console) -> Iterator[RenderableType]:
    """Yield what to show of all katas."""
    rows = [_summary(kata, found) for kata in katas() if (found := rounds.of(kata))]
    if not rows:
        yield "No kata is begun yet: dojo next says what to do"
        return
    yield tables.fitting(console, rows, ("passed", "first", "best", "last"), ("first", "best", "last", "last pass"))


def of_one(kata: Kata, console: Console) -> Iterator[RenderableType]:
    """Yield what to show of a kata: its attempts, and a chart of their times."""
    found = rounds.of(kata)
    if not found:
        yield _nothing(kata)
        return
    rows = [_row(kata, each) for each in found]
    yield f"{kata.name} · {kata.title}"
    yield ""
    yield tables.fitting(console, rows, ("#", "time", "hints", "wrong runs"), ("text", "wrong runs", "hints"))
    timed = [each for each in found if each.green and each.seconds]
    if len(timed) > 1:
        yield ""
        yield "Time to green"
        yield _chart(timed, console)
    if any(each.kept for each in found):
        yield ""
        yield f"Kept in {shown(fresh.attempts(kata))}"
        numbers = f"{found[-2].number} {found[-1].number}"
        yield f"What changed: dojo history {kata.number} --diff {numbers}"


def difference(kata: Kata, old: int, new: int) -> str:
    """Return how the text of one attempt differs from another's, as `diff -u` writes it; "" if it does not.

    Raises:
        HistoryError: there is no such attempt, or its text was not kept.
    """
    found = rounds.of(kata)
    files = [_file(kata, found, number) for number in (old, new)]
    texts = [file.read_text(encoding="utf-8", errors="replace").splitlines() for file in files]
    labels = [f"attempt {number}, {story.date(found[number - 1])}" for number in (old, new)]
    return "\n".join(difflib.unified_diff(*texts, *labels, lineterm=""))


def in_colour(text: str) -> Syntax:
    """Return a difference for a terminal."""
    return Syntax(text, "diff", theme="ansi_dark", background_color="default", word_wrap=True)


def _nothing(kata: Kata) -> str:
    return f"{kata.name} is not begun yet: dojo watch {kata.number}"


def _file(kata: Kata, found: list[Round], number: int) -> Path:
    if not found:
        raise HistoryError(_nothing(kata))
    if not 1 <= number <= len(found):
        there = "1" if len(found) == 1 else f"1 to {len(found)}"
        raise HistoryError(f"{kata.name} has no attempt {number}: there is {there} — dojo history {kata.number}")
    kept = found[number - 1].kept
    file = fresh.attempts(kata) / kept if kept else kata.stub
    if not file.is_file() or (not kept and number < len(found)):
        where = shown(file) if kept or number == len(found) else "its text was not kept"
        raise HistoryError(f"attempt {number} at {kata.name} is not there any more: {where}")
    return file


def _summary(kata: Kata, found: list[Round]) -> dict[str, str]:
    passed = [each for each in found if each.green]
    times = [each.seconds for each in passed if each.seconds]
    return {
        "kata": kata.name,
        "passed": str(len(passed)),
        "last pass": story.date(passed[-1]) if passed else "–",
        "first": story.length(passed[0].seconds if passed else None),
        "best": story.length(min(times, default=None)),
        "last": story.length(passed[-1].seconds if passed else None),
    }


def _row(kata: Kata, each: Round) -> dict[str, str]:
    return {
        "#": str(each.number),
        "started": f"{each.started:%Y-%m-%d}",
        **story.cells(each),
        "it went": grade(each, kata.minutes).name.lower() if each.green else "not done",
        "text": each.kept or "the stub",
    }


def _chart(timed: list[Round], console: Console) -> Table:
    longest = max(each.seconds for each in timed)
    chart = Table(box=None, pad_edge=False, show_header=False)
    width = min(_WIDEST_BAR, console.width - 16)
    for each in timed:
        bar = Bar(longest, 0, each.seconds, width=width)
        chart.add_row(str(each.number), bar, story.length(each.seconds))
    return chart
