"""A checkout of the machinery with two small katas, for the tests of what a learner types."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from dojo.progress import digest
from dojo.root import CHECKOUT
from dojo.stub import stub_of

ADD = '''"""Sums."""

import numpy as np


def add(a, b):
    """Return a + b.

    Args:
        a: float.
        b: float.

    Returns:
        A float.
    """
    # stub: which sign?
    return a + b


def total(numbers):
    """Return the sum of many numbers."""
    # stub: and of none?
    return float(np.sum(numbers))


class Counter:
    """Counts up from `start`."""

    def __init__(self, start=0):
        # stub: what must it remember?
        self.value = start

    def up(self):
        """Add one."""
        self.value += 1
        return self.value
'''

TEST_ADD = """
class TestAdd:
    def test_adds(self, attempt):
        got = attempt.add(2, 3)
        assert got == 5, f"add(2, 3) is {got}, expected 5 — the sum"

    def test_adds_negative_numbers(self, attempt):
        got = attempt.add(-2, -3)
        assert got == -5, f"add(-2, -3) is {got}, expected -5 — signs count"


class TestTotal:
    def test_sums_many(self, attempt):
        got = attempt.total([1, 2, 3])
        assert got == 6, f"total([1, 2, 3]) is {got}, expected 6"


class TestCounter:
    def test_counts(self, attempt):
        got = attempt.Counter(start=2).up()
        assert got == 3, f"a counter from 2 says {got}, expected 3"
"""

STEPS = ("add", "total", "Counter")
HINTS = "# Hints\n" + "".join(
    f"\n## {step}\n\n1. **Nudge.** look at {step}\n2. **Concept.** sums\n"
    "3. **Tool.** plus,\n   as ever\n4. **Shape.** one line\n"
    for step in STEPS
)
# Root may read and write everywhere, unless it gives that up.
AS_ANYONE = ()
if hasattr(os, "geteuid") and os.geteuid() == 0:
    AS_ANYONE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")

# In the place of dojo/clock.py: the time that a file says.
CLOCK = '''"""What time it is."""

from datetime import datetime
from pathlib import Path


def now():
    return datetime.fromisoformat((Path(__file__).parent.parent / "clock.txt").read_text(encoding="utf-8"))


def seconds():
    return now().timestamp()
'''


class Course:
    """A checkout of the machinery with two small katas, in a folder of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        shutil.copytree(CHECKOUT / "dojo", folder / "dojo", ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("conftest.py", "pyproject.toml"):
            shutil.copy(CHECKOUT / name, folder)
        for number, slug in (("01", "sums"), ("02", "more_sums")):
            self.write(f"reference/{number}_{slug}/{slug}.py", ADD)
            self.write(f"katas/{number}_{slug}/{slug}.py", stub_of(ADD))
            self.write(f"katas/{number}_{slug}/test_{slug}.py", TEST_ADD)
            self.write(f"katas/{number}_{slug}/README.md", f"# {number} · {slug.replace('_', ' ').capitalize()}\n")
            self.write(f"katas/{number}_{slug}/hints.md", HINTS)

    def write(self, name: str, text: str) -> Path:
        """Write a file below the folder and return its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def on_record(self, kata: str, text: str, steps: Iterable[str] = STEPS) -> Path:
        """Write an attempt and what a run would note of it, had it found all steps done; return where that is."""
        self.write(f"katas/{kata}/{kata[3:]}.py", text)
        lines = [f"{step}\tdone\t{digest(text.encode())}\t\n" for step in steps]
        return self.write(f".dojo/progress/{kata}.txt", "# said\n" + "".join(lines))

    def set_clock(self, when: str) -> None:
        """Set what time it is for this course's dojo, like "2026-03-01T09:30:00+00:00"; until then it is as ever."""
        os.replace(self.write("clock.new", when), self.folder / "clock.txt")  # never half of it
        self.write("dojo/clock.py", CLOCK)

    def dojo(self, *arguments: str) -> subprocess.CompletedProcess:
        """Run the dojo command in the course's folder."""
        return self.run(*arguments, module="dojo.cli")

    def run(
        self, *arguments: str, cwd: str = ".", prefix=(), module="pytest", typed: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess:
        """Run pytest, or another module, in the course's folder; what is typed into it is its standard input."""
        return run(self.folder / cwd, *arguments, prefix=prefix, module=module, typed=typed, **environment)


def clean_environment() -> dict[str, str]:
    """Return the environment without what this run has put into it, but for the backend."""
    ours = ("PYTEST", "KERAS_", "JAX_", "DOJO_", "COLUMNS", "LINES")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"KERAS_BACKEND": os.environ["KERAS_BACKEND"]}


def run(
    cwd: Path, *arguments: str, prefix=(), module="pytest", typed: str | None = None, **environment: str
) -> subprocess.CompletedProcess:
    """Run pytest, or another module, in a folder, without what this run has in its environment."""
    return subprocess.run(
        [*prefix, sys.executable, "-m", module, *arguments],
        cwd=cwd,
        env=clean_environment() | environment,
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def ladder_in(text: str) -> list[str]:
    """Return the lines of the ladder in what pytest or the watcher printed."""
    start = re.search(r"^\d\d_\w+ · ", text, flags=re.MULTILINE).start()
    lines = text[start:].splitlines()
    end = next((i for i, line in enumerate(lines) if line.startswith(("judged", "====", "judging"))), len(lines))
    while lines[end - 1] == "":
        end -= 1
    return lines[:end]


SOLVED_TWO = ADD.partition("class Counter")[0] + stub_of(ADD)[stub_of(ADD).index("class Counter") :]
