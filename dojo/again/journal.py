"""What happened to a kata and when: plain text in the state folder, a file for each kata that only ever grows.

A line is a time, a word and details, with tabs between them:

    2026-03-01T09:30:00+01:00	run	4 of 6, 1 wrong, 5f1fb4b0c2d4

`run`: a run judged the text with this digest. `hint`: a step and the level of its hints that was shown for
the first time. `answers`: the reference and other right answers were opened before the pass. `fresh`: a fresh stub was
written; the details name the file that keeps what was there.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dojo import backend, clock
from dojo.course import Kata

WORDS = ("run", "hint", "answers", "fresh")


@dataclass(frozen=True)
class Event:
    """One line of a journal. `time` has a zone: the one in which it was noted."""

    time: datetime
    word: str
    details: str = ""


def note(kata: Kata, word: str, details: str = "", time: datetime | None = None) -> bool:
    """Note what happened, and return whether that could be written: nobody loses a verdict or a hint if not.

    Args:
        kata: the kata.
        word: one of WORDS.
        details: the rest of the line.
        time: when, with a zone; None is now.
    """
    when = (time or clock.now()).isoformat(timespec="seconds")
    try:
        file = _file(kata)
        file.parent.mkdir(parents=True, exist_ok=True)
        # One write for a line: two runs at once lose none.
        with file.open("a+b", buffering=0) as stream:
            stream.write(f"{_end_of_line(stream)}{when}\t{word}\t{details}\n".encode())
    except OSError:
        return False
    return True


def _end_of_line(stream) -> str:
    """Return what ends the last line, where a full disk had cut it short."""
    if not stream.seek(0, os.SEEK_END):
        return ""
    stream.seek(-1, os.SEEK_END)
    return "" if stream.read(1) == b"\n" else "\n"


def events(kata: Kata) -> list[Event]:
    """Return what is on record of a kata, in the order it was written; a line that makes no sense is left out."""
    file = _file(kata)
    if not file.exists():
        return []
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return [event for event in map(_event, lines) if event]


def _event(line: str) -> Event | None:
    when, _, rest = line.partition("\t")
    word, _, details = rest.partition("\t")
    try:
        time = datetime.fromisoformat(when)
    except ValueError:
        return None
    # A year at the end of the calendar is no time to calculate with.
    makes_sense = time.tzinfo and 1970 <= time.year < 9000 and word in WORDS
    return Event(time, word, details) if makes_sense else None


def _file(kata: Kata) -> Path:
    return backend.state_folder() / "journal" / f"{kata.name}.txt"
