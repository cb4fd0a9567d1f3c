"""How a round went, in words."""

from __future__ import annotations

from dojo.again.rounds import Round


def length(seconds: int | None) -> str:
    """Return "95 s", "14 min", or "–" where nothing was measured."""
    if not seconds:
        return "–"
    return f"{seconds} s" if seconds < 120 else f"{round(seconds / 60)} min"


def date(round_: Round) -> str:
    """Return the day of the pass, else of the start, as the learner's calendar had it."""
    return f"{round_.green or round_.started:%Y-%m-%d}"


def figures(round_: Round) -> str:
    """Return "14 min, 1 hint, 5 wrong runs", without the time where none was measured."""
    parts = [
        length(round_.seconds) if round_.seconds else "",
        _count(round_.hints, "hint"),
        _count(round_.wrong_runs, "wrong run"),
        "answers read" if round_.answers else "",
    ]
    return ", ".join(part for part in parts if part)


def cells(round_: Round) -> dict[str, str]:
    """Return what was measured of a round, heading -> cell of a table."""
    known = round_.measured
    return {
        "time": length(round_.seconds if round_.green else None),
        "hints": str(round_.hints) if known else "–",
        "wrong runs": str(round_.wrong_runs) if known else "–",
    }


def at_the_start(rounds: list[Round]) -> str:
    """Return one line on the rounds before the one that begins."""
    passed = [each for each in rounds if each.green]
    if not passed:
        return "The first round with a clock"
    times = "once" if len(passed) == 1 else f"{len(passed)} times"
    last = f"{figures(passed[-1])} ({date(passed[-1])})" if passed[-1].measured else f"on {date(passed[-1])}"
    return f"Passed {times} before, last {'time: ' if passed[-1].measured else ''}{last}"


def at_the_pass(rounds: list[Round]) -> list[str]:
    """Return what a ladder says once all steps are done: how long it took, and how long it took before.

    Args:
        rounds: all at this kata; nothing is said if the last of them was not measured.
    """
    if not rounds or not rounds[-1].green:
        return []
    *earlier, now = rounds
    if not now.measured:
        return []
    lines = [f"Green {'after' if now.seconds else 'with'} {figures(now)}."]
    earlier = [each for each in earlier if each.green and each.seconds]
    return [*lines, _compared(now, earlier)] if earlier else lines


def _compared(now: Round, earlier: list[Round]) -> str:
    last, best = earlier[-1], min(earlier, key=lambda each: each.seconds)
    line = f"Last time: {figures(last)} ({date(last)})"
    if now.seconds and now.seconds < best.seconds:
        return f"{line}. This was your fastest."
    return f"{line}." if best is last else f"{line}; best: {length(best.seconds)} ({date(best)})."


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'s' if number > 1 else ''}"
