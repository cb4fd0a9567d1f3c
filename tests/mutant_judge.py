"""Judges mutants in another interpreter, by the tests of their kata: one that dies of a mutant is replaced."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))
os.environ.setdefault("DOJO_COURSE", str(CHECKOUT))

from dojo import backend, course  # noqa: E402  (what is started as a script finds the checkout by itself)

SECONDS = 60  # for one test; the slowest of ours takes a few, on a machine with nothing else to do
KILLED, SURVIVED, BROKE = "killed", "survived", "our test broke"


class Judge:
    """Another interpreter that judges one file after the other; one that dies is replaced."""

    # What Keras and JAX keep of each model adds up.
    MOST = 150

    def __init__(self):
        self._process, self._left = None, 0
        # A mutant may leave files where it runs.
        self._folder = tempfile.TemporaryDirectory()

    def __call__(self, kata: course.Kata, file: Path, step: str | None) -> str:
        """Return KILLED, SURVIVED or BROKE."""
        if not self._left:
            self.close()
            command = [sys.executable, str(Path(__file__).resolve())]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
            self._process = subprocess.Popen(command, cwd=self._folder.name, **pipes)
            self._left = self.MOST
        self._left -= 1
        with suppress(BrokenPipeError):
            print(json.dumps([kata.name, str(file), step]), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline().strip()
        if not answer:
            self._left = 0
        return answer or KILLED

    def close(self) -> None:
        """End the interpreter."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process.stdin.close()
            self._process.stdout.close()


def serve() -> None:
    """Judge what the lines on standard input name, and answer each with a line."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever an attempt prints, and however
    backend.choose()
    import keras  # noqa: F401  (before pytest, which would else judge in a child)

    from tests.conftest import run_kata

    for line in sys.stdin:
        name, file, step = json.loads(line)
        options = ("--maxfail=1", f"--time-limit={SECONDS}")
        verdict = run_kata(
            course.Kata(course.ROOT / "katas" / name), file, steps=(step,) if step else (), options=options
        )
        said = [line for lines in verdict.lines.values() for line in lines]
        broke = verdict.status not in (0, 1) or any(BROKE in line for line in said)
        print(BROKE if broke else (SURVIVED, KILLED)[verdict.status], file=answers, flush=True)


if __name__ == "__main__":
    serve()
