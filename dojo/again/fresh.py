"""A kata from the start: what was there is kept, with its date, and the stub is written again."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from dojo import backend, clock, hints, progress
from dojo.again import journal, rounds
from dojo.again.rounds import Round
from dojo.course import Kata, shown, typed
from dojo.progress import Standing
from dojo.stub import stub_of


@dataclass(frozen=True)
class Start:
    """A fresh stub was written.

    Args:
        kept: where the attempt is now, None if there was none.
        noted: whether the journal could be told; else the round that begins will not be measured.
    """

    kept: Path | None
    noted: bool


def is_fresh(kata: Kata) -> bool:
    """Whether the attempt is the stub as the course hands it out."""
    return kata.stub.exists() and kata.stub.read_text(encoding="utf-8", errors="replace") == _text(kata)


def refusal(kata: Kata, standing: Standing, rounds_before: list[Round]) -> str:
    """Return why a kata cannot be done again yet, in one line, "" if it can: all its steps are done.

    Args:
        kata: the kata.
        standing: how far it is.
        rounds_before: all rounds at it.
    """
    if standing.done or _was_restored(kata, rounds_before):
        return ""
    run = f"pytest {typed(kata.folder)}"
    if is_fresh(kata):
        return f"{shown(kata.stub)} is a fresh stub already — write its first step, then {run}"
    why = (
        "was edited since it was run" if standing.edited else f"has {standing.n_done} of {standing.n_steps} steps done"
    )
    return f"{kata.name} {why} — {run} judges it; to give it up and start afresh: dojo reset {kata.number}"


def start(kata: Kata) -> Start:
    """Keep the attempt, write a fresh stub, and begin a round: nothing is done, and hints begin with the nudge.

    Raises:
        OSError: something could not be written; the attempt is where it was.
    """
    kept = _keep(kata) if kata.stub.exists() and not is_fresh(kata) else None
    rounds.adopt(kata)
    progress.write(kata.stub, _text(kata))
    noted = journal.note(kata, "fresh", kept.name if kept else "")
    progress.forget(kata)
    hints.forget(kata)
    return Start(kept, noted)


def notice(kata: Kata) -> None:
    """Begin a round where a kata that was passed is a fresh stub again by other means, such as `git restore`."""
    if _was_restored(kata, rounds.of(kata)):
        journal.note(kata, "fresh")
        hints.forget(kata)


def attempts(kata: Kata) -> Path:
    """Return the folder of the attempts that were kept."""
    return backend.state_folder() / "attempts" / kata.name


def _was_restored(kata: Kata, all_rounds: list[Round]) -> bool:
    return bool(all_rounds) and all_rounds[-1].green is not None and is_fresh(kata)


def _text(kata: Kata) -> str:
    return stub_of(kata.reference.read_text(encoding="utf-8"))


def _keep(kata: Kata) -> Path:
    folder = attempts(kata)
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{clock.now():%Y-%m-%d_%H-%M-%S_%f}"
    file = folder / f"{name}.py"
    # A clock that was set back may say the same again.
    while file.exists():
        file = file.with_stem(f"{file.stem}_again")
    return shutil.copy2(kata.stub, file)
