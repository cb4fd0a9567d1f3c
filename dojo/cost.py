"""What an answer costs next to the reference: parameters, compilations and time, all of the same tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from dojo.course import ROOT, Kata, shown, typed
from dojo.errors import DojoError
from dojo.overview import step_to_do
from dojo.side_by_side import FIGURES, Figures, compare, noticed


class CostError(DojoError):
    """There is nothing to compare; the text says what to do."""


def told(kata: Kata) -> list[str]:
    """Measure the attempt and the reference and return the lines to show.

    Raises:
        CostError: the attempt is not all green, or could not be measured.
    """
    mine: Figures = {}
    reference: Figures = {}
    # Time is a fact about a moment, so both sides are timed here and now, in turn. Where a step ran cold or looks
    # slower both are timed once more and the quicker run counts: other work can only add to it.
    for _ in range(2):
        mine = _quicker(mine, measure(kata, "stub"))
        reference = _quicker(reference, measure(kata, "reference"))
        warm = all("seconds" in step for step in (*mine.values(), *reference.values()))
        if warm and not any("seconds" in noticed(step, mine, reference) for step in reference):
            break
    return [f"{kata.name} · {kata.title}", *compare(mine, reference), _to_read(kata)]


def measure(kata: Kata, source: str) -> Figures:
    """Run a kata in a process of its own, in which nothing is compiled yet, and return what each step cost.

    Args:
        kata: the kata.
        source: "stub" or "reference".

    Raises:
        CostError: a step is not there yet, or the run left no figures.
    """
    arguments = [shown(kata.folder), "-q", f"--attempt={source}", "-p", "no:cacheprovider"]
    # A learner's own options for pytest are about other runs.
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "cost.json")
        run = subprocess.run(
            [sys.executable, "-m", "pytest", *arguments, f"--cost={file}"],
            cwd=ROOT,
            env=environment | {"PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        figures = _figures(file.read_text(encoding="utf-8")) if file.exists() else {}
    if run.returncode == 1 and source == "stub":
        raise CostError(_not_there_yet(kata))
    if run.returncode or not figures:
        said = (run.stderr.strip() or run.stdout.strip() or "no word").splitlines()[-1]
        raise CostError(f"{kata.name} could not be measured: pytest {' '.join(arguments[:3])} says {said!r}")
    return figures


def _quicker(first: Figures, again: Figures) -> Figures:
    """Return the figures of a second run, each step with the shorter of its times."""
    times = {step: [run[step]["seconds"] for run in (first, again) if "seconds" in run.get(step, {})] for step in again}
    return {step: again[step] | ({"seconds": min(times[step])} if times[step] else {}) for step in again}


def _not_there_yet(kata: Kata) -> str:
    step = step_to_do(kata)  # by what the run has just put on record
    name = step.name if step else "a step"
    return f"{kata.name}: {name} is not there yet; only what is done has a cost — pytest {typed(kata.folder)}"


def _to_read(kata: Kata) -> str:
    others = kata.right_answers
    more = f" and {len(others)} in {shown(others[0].parent)}/" if others else ""
    return f"Other right ways to read: {shown(kata.reference)}{more}"


def _figures(text: str) -> Figures:
    """Return the figures in a text that was written as JSON, or none if it is damaged."""
    try:
        figures = json.loads(text)
        sound = all(isinstance(each[name], (int, float)) for each in figures.values() for name in each)
        known = all(name in FIGURES for each in figures.values() for name in each)
    except (ValueError, TypeError, AttributeError):
        return {}
    return figures if sound and known else {}
