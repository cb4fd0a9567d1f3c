"""Which mistakes in our own answers do the tests let pass? `python tests/mutation.py [NN …]`, some hours for all katas.

Each mutant of a reference is judged as an attempt is: by the tests of the step that the mistake is in, and, if it
survives them and another step uses this one, by the whole kata. One that survives is a right answer, then it stands in
`tests/equal_mutants/` with the reason, or a test is missing. One that never ends, or ends the interpreter, is rejected.

Verdicts are kept in `.dojo/mutation/`, so that a run that was stopped goes on where it was; they hold as long as
reference and tests are the same. `--again` judges all mutants anew, `--survivors` those only that have survived before.
The exit status is 1 where a mutant survives that is not listed, or where a listed one does not survive.
"""

import argparse
import ast
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))
os.environ.setdefault("DOJO_COURSE", str(CHECKOUT))

from dojo import backend, course  # noqa: E402  (a script finds the checkout by itself)

KEPT = CHECKOUT / ".dojo" / "mutation"
LISTS = CHECKOUT / "tests" / "equal_mutants"
SECONDS = 60  # for one test; the slowest of ours takes a few, on a machine with nothing else to do
KILLED, SURVIVED, BROKE = "killed", "survived", "our test broke"


class Judge:
    """Another interpreter that judges one file after the other; one that dies is replaced."""

    # What Keras and JAX keep of each model adds up.
    MOST = 150

    def __init__(self):
        self._process, self._left = None, 0

    def __call__(self, kata: course.Kata, file: Path, step: str | None) -> str:
        """Return KILLED, SURVIVED or BROKE."""
        if not self._left:
            self.close()
            command = [sys.executable, __file__, "--judge"]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
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
        if verdict.status not in (0, 1):
            raise SystemExit(verdict.printed)
        print(
            BROKE if any(BROKE in line for line in said) else (SURVIVED, KILLED)[verdict.status],
            file=answers,
            flush=True,
        )


def verdicts(kata: course.Kata, judge: Judge, arguments: argparse.Namespace):
    """Yield each mutant of the reference with its verdict, and keep that."""
    from tests.mutants import mutants

    source = kata.reference.read_text(encoding="utf-8")
    state = hashlib.sha256((source + kata.tests.read_text(encoding="utf-8")).encode()).hexdigest()
    kept, known = KEPT / f"{kata.name}.json", {}
    if kept.exists() and not arguments.again:
        known = json.loads(kept.read_text())
        if known.pop("state") != state:
            known = {diff: verdict for diff, verdict in known.items() if arguments.survivors and verdict != SURVIVED}
    KEPT.mkdir(parents=True, exist_ok=True)
    steps = {step.name for step in kata.steps}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, kata.stub.name)
        sound = False
        for mutant in mutants(source):
            if mutant.diff not in known:
                sound = sound or judge(kata, kata.reference, None) == SURVIVED
                if not sound:
                    raise SystemExit(f"{kata.name}: the reference itself does not pass, within {SECONDS} s a test")
                file.write_text(mutant.text, encoding="utf-8")
                verdict = judge(kata, file, mutant.step if mutant.step in steps else None)
                if verdict == SURVIVED and mutant.step in steps and _is_used(mutant.step, source):
                    verdict = judge(kata, file, None)
                known[mutant.diff] = verdict
                kept.write_text(json.dumps({"state": state} | known))
            yield mutant, known[mutant.diff]


def _is_used(name: str, source: str) -> bool:
    """Whether another function or class of the answer uses this one, so that its tests may tell."""
    others = [node for node in ast.parse(source).body if getattr(node, "name", name) != name]
    return any(getattr(node, "id", "") == name for other in others for node in ast.walk(other))


def listed(kata: course.Kata) -> Counter[tuple[str, str]]:
    """Return the mutants that are right answers, as pairs of a top-level name and the mutated line.

    A list has a heading `[name]` for each step or helper, a line `# why`, and below it the lines of which that is true,
    as often as the answer has them.
    """
    file, name, found = LISTS / f"{kata.name}.txt", "", Counter()
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if line.startswith("[") and line.endswith("]"):
            name = line[1:-1]
        elif line and not line.startswith("# "):
            found[name, line] += 1
    return found


def report(kata: course.Kata, judge: Judge, arguments: argparse.Namespace) -> bool:
    """Print what became of the mutants of one kata, and return whether all is as it should be."""
    equal, counts, good = listed(kata), dict.fromkeys((KILLED, "equal", SURVIVED, BROKE), 0), True
    for mutant, verdict in verdicts(kata, judge, arguments):
        key = mutant.step, mutant.line
        if verdict == SURVIVED and equal[key] > 0:
            equal[key] -= 1
            verdict = "equal"
        counts[verdict] += 1
        if verdict in (SURVIVED, BROKE):
            good = False
            print(f"\n{kata.name} {mutant.step}: {verdict}\n{mutant.diff}", flush=True)
    unseen = sorted(equal.elements())
    for name, line in unseen:
        print(f"\n{kata.name} {name}: listed as equal, but it is killed or no mutant\n{line}")
    total = sum(counts.values())
    print(
        f"{kata.name}: killed {counts[KILLED]} / {total}, equal {counts['equal']}, survived {counts[SURVIVED]}, "
        f"our test broke {counts[BROKE]}",
        flush=True,
    )
    return good and not unseen


def main() -> None:
    """Judge the mutants of the katas that are named, or of all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("katas", nargs="*", type=int, metavar="NN")
    parser.add_argument("--again", action="store_true", help="judge all mutants anew")
    parser.add_argument("--survivors", action="store_true", help="after a test was added: judge what has survived")
    parser.add_argument("--judge", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.judge:
        return serve()
    judge = Judge()
    try:
        by_number = {int(kata.name[:2]): kata for kata in course.katas()}
        good = [report(by_number[number], judge, arguments) for number in arguments.katas or by_number]
    finally:
        judge.close()
    sys.exit(not all(good))


if __name__ == "__main__":
    main()
