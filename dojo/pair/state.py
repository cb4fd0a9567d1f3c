"""The session of a pair as a plain file of the state folder: it survives a closed terminal, and it may be deleted."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from dojo import backend, progress
from dojo.pair.person import Person
from dojo.pair.turns import Session, Turn
from dojo.progress import DamagedError


def load() -> Session | None:
    """Return the session that is open in this checkout, None if there is none.

    Raises:
        DamagedError: the file could not be read and was set aside.
    """
    if not _file().exists():
        return None
    try:
        return _session(json.loads(_file().read_text(encoding="utf-8")))
    except (ValueError, LookupError, TypeError, AttributeError):
        raise DamagedError(progress.set_aside(_file())) from None


def save(session: Session) -> None:
    """Write the session down as it is now."""
    progress.write(_file(), json.dumps(asdict(session), indent=1, ensure_ascii=False) + "\n")


def forget() -> None:
    """Close the session."""
    _file().unlink(missing_ok=True)


def _file() -> Path:
    return backend.state_folder() / "pair.json"


def _session(told: dict) -> Session:
    people = [Person(**each) for each in told.pop("people")]
    return Session(people, past=[_turn(each) for each in told.pop("past")], turn=_turn(told.pop("turn")), **told)


def _turn(told: dict) -> Turn:
    return Turn(Person(**told.pop("driver")), **told)
