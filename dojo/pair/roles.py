"""The line that says who does what, and how long."""

from __future__ import annotations

from dojo.pair.turns import Session

PAUSED, HANDED_OVER = "paused", "handed over"  # why a session rests


def line(session: Session) -> str:
    """Return who drives, who navigates, who is next, and what the clock says; in minutes, so that it is calm."""
    driver, navigator, *others = [person.name for person in session.people]
    parts = [f"{driver} drives", f"{navigator} navigates", *([f"then {', '.join(others)}"] if others else [])]
    return " · ".join([*parts, _time(session)])


def _time(session: Session) -> str:
    if session.rests == HANDED_OVER:
        return f"handed over: {session.driver.name} goes on with a save here, or elsewhere with dojo pair --join"
    if session.rests:
        return "paused until b, or a save"
    if session.seconds_left > 60:
        return f"{session.seconds_left / 60:.0f} min left"
    if session.seconds_left > 0:
        return "less than a minute left"
    soon = "in 2 min" if session.seconds_until_latest > 60 else "within a minute"
    return f"time is up: {session.navigators[0].name} drives after the next green step, {soon} at the latest"
