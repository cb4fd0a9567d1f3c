"""Looks at everything a run of katas needs, and says what to type where something is amiss."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dojo import course, installation, startup, storage
from dojo.course import ROOT, Kata, shown
from dojo.finding import FINE, NOTE, STOP, Finding, dojo, install, restore

_STYLES = {FINE: "green", NOTE: "yellow", STOP: "red"}


def report(screen: Console) -> bool:
    """Print what is found, each thing as soon as it is known.

    Args:
        screen: where to.

    Returns:
        Whether nothing stops a learner.
    """
    well = True
    for finding in examine():
        well = well and finding.mark != STOP
        if not sys.stdout.isatty():
            command = f" — type: {finding.command}" if finding.command else ""
            screen.print(f"{finding.mark} {finding.what}{command}")
            continue
        line = Table.grid(padding=(0, 1))
        line.add_row(Text(finding.mark, style=_STYLES[finding.mark]), Text(finding.what))
        screen.print(line)
        if finding.command:
            # Never wrapped: it is there to be copied.
            screen.print(f"    {finding.command}", style="bold", soft_wrap=True)
    return well


def examine() -> Iterator[Finding]:
    """Yield what is found, in the order in which one thing rests on another."""
    if not course.katas():
        yield Finding(STOP, f"this dojo is in {ROOT}, away from its katas; in your clone:", install("-e", "."))
        return
    python = installation.python()
    yield python
    if python.mark == STOP:
        return
    yield from installation.packages()
    chosen = startup.chosen()
    yield chosen
    if chosen.mark == FINE:
        yield from startup.starts()
    yield storage.state()
    if chosen.mark == FINE:
        yield from storage.cache()
    yield storage.room()
    yield storage.saves_are_heard()
    yield from startup.bytecode()
    yield installation.checkout()
    yield from _katas()


def _katas() -> Iterator[Finding]:
    """Say which files of the course are not there, or not as they came."""
    changed = _git("diff", "--name-only", "--relative", "--diff-filter=M", "HEAD", "--", "katas/*/test_*.py")
    found = [finding for kata in course.katas() for finding in _missing(kata, has_git=changed is not None)]
    if changed:
        names = changed.splitlines()
        paths = [ROOT / name for name in names]
        found.append(Finding(NOTE, f"tests are not as they came: {', '.join(names)}", restore(*paths)))
    yield from found or [Finding(FINE, f"{len(course.katas())} katas, each with all of its files")]


def _missing(kata: Kata, has_git: bool) -> Iterator[Finding]:
    if not kata.stub.exists():
        yield Finding(STOP, f"{shown(kata.stub)} is missing", dojo("reset", str(kata.number)))
    for file in (kata.reference, kata.tests, kata.lesson, kata.hints):
        if not file.exists():
            mark = NOTE if file in (kata.lesson, kata.hints) else STOP
            yield Finding(mark, f"{shown(file)} is missing", restore(file) if has_git else "")


def _git(*words: str) -> str | None:
    """Return what git says of the course, or None where it is not there or does not keep it."""
    environment = os.environ | {"GIT_OPTIONAL_LOCKS": "0"}
    try:
        run = subprocess.run(
            ["git", *words], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return run.stdout
