"""Which mistakes in our own answers do the tests let pass? `python tests/mutation.py [NN …]`, an hour or two for all.

Each mutant of a reference is judged as an attempt is: by the tests of the step that the mistake is in, and, if it
survives them and another step uses this one, by the whole kata. Either one that survives is a right answer, and then
stands in `tests/equal_mutants/` with the reason, or a test is missing. One that never ends, or ends the interpreter, is
rejected.

Verdicts are kept in `.dojo/mutation/`, so that a run that was stopped goes on where it was; they hold as long as
reference and tests are the same. `--again` judges all mutants anew, `--survivors` those only that have survived before.
The exit status is 1 where a mutant survives that is not listed, or where a listed one does not survive.
"""

import argparse
import ast
import hashlib
import json
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))
os.environ.setdefault("DOJO_COURSE", str(CHECKOUT))

from dojo import course  # noqa: E402  (a script finds the checkout by itself)
from tests.mutant_judge import BROKE, KILLED, SECONDS, SURVIVED, Judge  # noqa: E402
from tests.mutants import mutants  # noqa: E402

KEPT = CHECKOUT / ".dojo" / "mutation"
LISTS = CHECKOUT / "tests" / "equal_mutants"


def verdicts(kata: course.Kata, judge: Judge, arguments: argparse.Namespace):
    """Yield each mutant of the reference with its verdict, and keep that."""
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
    as often as the answer has them. What stands above all headings is about lines of no step or helper.
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
        key = mutant.step or "", mutant.line
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
    arguments = parser.parse_args()
    judge = Judge()
    try:
        by_number = {int(kata.name[:2]): kata for kata in course.katas()}
        good = [report(by_number[number], judge, arguments) for number in arguments.katas or by_number]
    finally:
        judge.close()
    sys.exit(not all(good))


if __name__ == "__main__":
    main()
