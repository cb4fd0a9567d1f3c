"""What a learner has done: plain text in the state folder, a file for each kata, written by every run of it."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dojo import backend, clock
from dojo.course import Kata
from dojo.errors import DojoError

_LINE = re.compile(r"(?P<step>\w+)\t(?P<state>done|open)\t(?P<digest>[0-9a-f]{12})\t(?P<line>.*)")


@dataclass(frozen=True)
class Entry:
    """What the last run said of a step: done, or the line that its author read, for this text of the attempt."""

    done: bool
    digest: str
    line: str = ""


@dataclass(frozen=True)
class Standing:
    """How far a kata is. `edited` says that the attempt is no longer the text that was judged."""

    entries: dict[str, Entry]
    n_steps: int
    edited: bool

    @property
    def n_done(self) -> int:
        """How many steps the last run found done."""
        return sum(entry.done for entry in self.entries.values())

    @property
    def done(self) -> bool:
        """Whether all steps are done, in the text as it is now."""
        return self.n_done == self.n_steps and not self.edited


class DamagedError(DojoError):
    """A file of the state folder could not be read; the text says what became of it."""


def digest(text: bytes) -> str:
    """Return twelve hexadecimal digits that stand for a text."""
    return hashlib.sha256(text).hexdigest()[:12]


def record(kata: Kata, text: bytes, verdicts: dict[str, str]) -> None:
    """Note what a run said.

    Args:
        kata: the kata.
        text: the attempt that was judged.
        verdicts: step -> the line it failed with, "" where it is done; steps that did not run keep what they had.
    """
    try:
        entries = _read(kata)
    except DamagedError:
        entries = {}
    entries |= {step: Entry(not line, digest(text), " ".join(line.split())) for step, line in verdicts.items()}
    lines = [f"# what the last runs of {kata.name} said; safe to delete, a run writes it again"]
    for step, entry in entries.items():
        lines.append(f"{step}\t{'done' if entry.done else 'open'}\t{entry.digest}\t{entry.line}")
    write(_file(kata), "\n".join(lines) + "\n")


def standing(kata: Kata) -> Standing:
    """Return how far a kata is, by the runs that are on record.

    Raises:
        DamagedError: the record could not be read and was set aside.
    """
    steps = [step.name for step in kata.steps]
    entries = {name: entry for name, entry in _read(kata).items() if name in steps}
    now = digest(kata.stub.read_bytes()) if kata.stub.exists() else ""
    return Standing(entries, len(steps), edited=any(entry.digest != now for entry in entries.values()))


def n_done_in(kata: Kata, text: bytes) -> int:
    """Return how many steps the runs on record found done in this text."""
    entries = standing(kata).entries.values()
    return sum(entry.done and entry.digest == digest(text) for entry in entries)


def passed_at(kata: Kata) -> datetime | None:
    """Return when a run last found all steps done in the text as it is now; None if none did, or nobody knows."""
    if not _file(kata).exists() or not kata.stub.exists():
        return None
    entries = _parsed(_file(kata)) or {}
    now = digest(kata.stub.read_bytes())
    if not all(step.name in entries and entries[step.name] == Entry(True, now) for step in kata.steps):
        return None
    return datetime.fromtimestamp(_file(kata).stat().st_mtime, clock.now().tzinfo)


def forget(kata: Kata) -> None:
    """Forget what runs said: the attempt is a fresh stub."""
    _file(kata).unlink(missing_ok=True)


def write(file: Path, text: str) -> None:
    """Write a file anew in one step: whoever reads meanwhile sees the old text or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        unfinished.write_text(text, encoding="utf-8")
        os.replace(unfinished, file)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def set_aside(file: Path) -> str:
    """Move a damaged file out of the way and return a sentence about it."""
    aside = file.with_name(f"{file.name}.damaged")
    os.replace(file, aside)
    return f"{file} could not be read; it is now {aside.name}, and the next run writes a new one"


def _file(kata: Kata) -> Path:
    return backend.state_folder() / "progress" / f"{kata.name}.txt"


def _read(kata: Kata) -> dict[str, Entry]:
    file = _file(kata)
    if not file.exists():
        return {}
    entries = _parsed(file)
    if entries is None:
        raise DamagedError(set_aside(file))
    return entries


def _parsed(file: Path) -> dict[str, Entry] | None:
    """Return what is on record, None if that is damaged."""
    try:
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    except UnicodeDecodeError:
        return None
    found = [_LINE.fullmatch(line) for line in lines]
    if not all(found):
        return None
    return {each["step"]: Entry(each["state"] == "done", each["digest"], each["line"]) for each in found}
