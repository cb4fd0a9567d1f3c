"""Which katas to repeat today, which are being repeated, and when the next one is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from rich.console import Console, RenderableType

from dojo.again import rounds, story, tables
from dojo.again.schedule import Repeat, repeat
from dojo.course import Kata, katas, typed


@dataclass(frozen=True)
class Plan:
    """What there is to repeat.

    Args:
        now: when it was made.
        today: what is due by the end of today where `now` is, most overdue first.
        later: the rest, the next one first.
        under_way: what was begun again and is not green yet.
    """

    now: datetime
    today: list[Repeat] = field(default_factory=list)
    later: list[Repeat] = field(default_factory=list)
    under_way: list[Kata] = field(default_factory=list)

    def next_one(self) -> str:
        """Return one line: when the next kata is due, or what to do where none was ever passed."""
        if not self.later:
            return "No kata is passed yet: dojo next says what to do" if not self.under_way else "Nothing else is due"
        following = self.later[0]
        day = _day(following, self.now)
        days = (day - self.now.date()).days
        return f"Nothing is due today. Next: {following.kata.name} on {day}, in {days} day{'s' if days > 1 else ''}"


def plan(now: datetime) -> Plan:
    """Return what there is to repeat at this time, which has a zone."""
    made = Plan(now)
    for kata in katas():
        all_rounds = rounds.of(kata)
        found = repeat(kata, all_rounds, now)
        if found is None:
            continue
        if not all_rounds[-1].green:
            made.under_way.append(kata)
        elif _day(found, now) <= now.date():
            made.today.append(found)
        else:
            made.later.append(found)
    for repeats in (made.today, made.later):
        repeats.sort(key=lambda each: each.due)
    return made


def told(made: Plan, console: Console) -> Iterator[RenderableType]:
    """Yield what to show: the table, what is under way, and what to type."""
    if made.today:
        rows = [_row(each, made.now) for each in made.today]
        numbers = ("time", "hints", "wrong runs", "know it")
        yield tables.fitting(console, rows, numbers, ("due", "hints", "wrong runs", "time", "it went", "last pass"))
        yield ""
    for kata in made.under_way:
        yield f"Under way: {kata.name} – pytest {typed(kata.folder)}"
    yield f"Begin with: dojo redo {made.today[0].kata.number}" if made.today else made.next_one()


def _day(found: Repeat, now: datetime) -> date:
    return found.due.astimezone(now.tzinfo).date()


def _row(found: Repeat, now: datetime) -> dict[str, str]:
    return {
        "kata": found.kata.name,
        "due": f"{_day(found, now)}",
        "last pass": story.date(found.last),
        **story.cells(found.last),
        "it went": found.grade.name.lower(),
        "know it": f"{found.chance:.0%}",
    }
