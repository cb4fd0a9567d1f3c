"""Brings the files of a hand-over into the working tree: all of them, or none where a text would be lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dojo.pair.git import GitError, Repository
from dojo.pair.snapshot import blob_on_disk, blobs_in


@dataclass(frozen=True)
class Arrival:
    """What is between a state that is known here and a newer one.

    Args:
        repository: the repository.
        files: those that may be handed over.
        base: the commit that the hand-overs start from; None where there is none.
        known: the last hand-over that is known here, else `base`.
        newest: the hand-over that arrives, a descendant of both.
    """

    repository: Repository
    files: list[Path]
    base: str | None
    known: str | None
    newest: str

    def changed(self) -> list[Path]:
        """Return the files that become something else."""
        old, new = (blobs_in(self.repository, each, self.files) for each in (self.known, self.newest))
        return [file for file in self.files if old.get(file) != new.get(file)]

    def check(self, is_expendable: Callable[[Path], bool]) -> dict[Path, bytes | None]:
        """See that no text would be lost.

        Args:
            is_expendable: whether a file on the disk may go although it was never handed over.

        Returns:
            What was seen of each file that changes, for `write`.

        Raises:
            GitError: a file is something that no hand-over holds; what to do.
        """
        seen = {file: _content(file) for file in self.changed()}
        lost = [file for file in seen if not is_expendable(file) and not self._is_known(file)]
        if lost:
            why = "was edited here and not handed over" if lost[0].exists() else "was deleted here"
            more = f" ({len(lost) - 1} more like it)" if len(lost) > 1 else ""
            raise GitError(
                f"{self.repository.named(lost[0])} {why}{more}; nothing was changed — "
                f"dojo reset {lost[0].parent.name} keeps it, then dojo pair --join again"
            )
        return seen

    def write(self, seen: dict[Path, bytes | None]) -> list[str]:
        """Write what has changed, each file in one step.

        Args:
            seen: what `check` has returned.

        Returns:
            The paths, from the course's folder.

        Raises:
            GitError: a file could not be written, or was saved since it was looked at; the same again goes on
                where this has stopped.
        """
        for file, content in seen.items():
            try:
                if _content(file) != content:
                    raise OSError(0, "it was saved just now", str(file))
                self._write(file)
            except OSError as error:
                what = f"{error.filename or file}: {error.strerror or error}"
                raise GitError(f"{what}; some files are new, some are not — dojo pair --join again") from error
        return [self.repository.named(file) for file in seen]

    def _write(self, file: Path) -> None:
        if not blobs_in(self.repository, self.newest, [file]):
            file.unlink(missing_ok=True)
            return
        text = self.repository.run("cat-file", "--filters", f"{self.newest}:{self.repository.path_of(file)}")
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            unfinished.write_bytes(text.encode("utf-8", "surrogateescape"))
            os.replace(unfinished, file)
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise

    def _is_known(self, file: Path) -> bool:
        blob = blob_on_disk(self.repository, file)
        states = (blobs_in(self.repository, each, [file]) for each in (self.base, self.known, self.newest))
        if blob in {state.get(file) for state in states}:
            return True
        if blob is None:
            return False
        history = f"{self.base}..{self.newest}" if self.base else self.newest
        how = ("--first-parent", "--no-show-signature", "--max-count=1", "--format=%H", "-s", f"--find-object={blob}")
        path = self.repository.path_of(file)
        return bool(self.repository.run("log", *how, history, "--", f":(top,literal){path}").strip())


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
