"""Whether a verdict is always the same: `python tests/stress.py [--short]`.

A verdict is one attempt judged once: a reference or a right answer, which must pass, or a wrong answer, which must be
rejected in the step and with the words that it names. Each is one of the proofs of tests/test_katas.py, repeated under
the conditions of tests/conditions.py, with a seed. The table says how many there were and how many came out
differently; the exit status is 0 if none did.

The long one takes all attempts, conditions and seeds: hours; `--conditions`, `--seeds`, `--katas` and `--kinds` take a
part of it. The short one takes minutes: of each condition that needs no other environment a few attempts, drawn by a
seed that it prints. No time is asserted, and none measured.

It stresses the course that DOJO_COURSE names, else this one.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, product
from pathlib import Path

from conditions import CHECKOUT, CONDITIONS, CannotBeHadError, Condition, interpreter

COURSE = Path(os.environ.get("DOJO_COURSE", CHECKOUT)).resolve()
PROOFS = {  # kind -> the proof, how many the short one draws
    "reference": ("test_the_reference_passes", 1),
    "right": ("test_right_answers_pass", 1),
    "wrong": ("test_wrong_answers_are_caught_for_what_they_are", 2),
}
PORTION = 120  # attempts that are judged by one pytest: the more, the later it is seen what came, the fewer imports
OURS = ("PYTEST", "KERAS_HOME", "JAX_", "DOJO_")


def main() -> int:
    """Judge, print what came as it comes, then the table, and return the exit status."""
    arguments = parse()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what was started ends with us
    runs, differed, missing = Counter(), Counter(), {}
    if arguments.short:
        print(f"drawn by --draw {arguments.draw}", flush=True)
    try:
        with tempfile.TemporaryDirectory() as environments:
            for condition, seed, attempts in plan(arguments):
                try:
                    python = interpreter(condition, arguments.environments or Path(environments))
                except (CannotBeHadError, subprocess.CalledProcessError) as error:
                    missing[condition.name] = str(error)
                    continue
                workers = "-n0" if arguments.short else "-nauto"
                for verdicts in judged(condition, seed, attempts, python, workers):
                    wrong = {attempt: said for attempt, said in verdicts.items() if said}
                    runs[condition.name] += len(verdicts)
                    differed[condition.name] += len(wrong)
                    print(f"{condition.name}, seed {seed}: {len(verdicts)} runs, {len(wrong)} differed", flush=True)
                    for attempt, said in wrong.items():
                        print(f"  {attempt}: {said}\n    again: {again(condition, seed, attempt)}", flush=True)
    finally:
        print_table(runs, differed, missing)
    return 1 if differed.total() or any("no python" not in why for why in missing.values()) else 0


def parse() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--short", action="store_true", help="a sample, under what needs no other environment")
    parser.add_argument("--draw", type=int, default=random.randrange(10**6), help="what the sample is drawn by")
    parser.add_argument("--conditions", nargs="+", choices=CONDITIONS, metavar="NAME", help=", ".join(CONDITIONS))
    parser.add_argument("--seeds", type=int, metavar="N", help="how many; else 20 for the first two, 1 for the others")
    parser.add_argument("--first-seed", type=int, default=0, metavar="N")
    parser.add_argument("--katas", nargs="+", type=int, metavar="NN")
    parser.add_argument("--kinds", nargs="+", choices=PROOFS, default=list(PROOFS))
    parser.add_argument("--environments", type=Path, metavar="FOLDER", help="where those of other Pythons are kept")
    return parser.parse_args()


def plan(arguments: argparse.Namespace) -> Iterator[tuple[Condition, int, list[str]]]:
    """Yield each condition with a seed and attempts that are judged by one pytest."""
    draw = random.Random(arguments.draw)
    for name in arguments.conditions or CONDITIONS:
        condition = CONDITIONS[name]
        kinds = [kind for kind in arguments.kinds if kind == "reference" or not condition.learner]
        attempts = {kind: attempts_of(kind, arguments.katas) for kind in kinds}
        seeds = range(arguments.first_seed, arguments.first_seed + (arguments.seeds or condition.seeds))
        if arguments.short:
            seeds = [] if condition.python else [draw.randrange(20)]
            for kind, of_all in attempts.items():
                number = 2 if condition.learner else PROOFS[kind][1]
                attempts[kind] = draw.sample(of_all, min(number, len(of_all)))
        # By kata: JAX then knows many programs already.
        chosen = sorted(chain.from_iterable(attempts.values()), key=lambda attempt: attempt.partition("[")[2])
        for seed, start in product(seeds, range(0, len(chosen), PORTION)):
            yield condition, seed, chosen[start : start + PORTION]


def attempts_of(kind: str, numbers: list[int] | None) -> list[str]:
    """Return the proofs of a kind as pytest names them, like `test_right_answers_pass[03_instantiate-by_hand]`."""
    names = [folder.name for folder in sorted((COURSE / "katas").glob("[0-9][0-9]_*")) if folder.is_dir()]
    names = [name for name in names if numbers is None or int(name[:2]) in numbers]
    if kind != "reference":
        answers = COURSE / "tests" / f"{kind}_answers"
        names = [f"{name}-{file.stem}" for name in names for file in sorted((answers / name).glob("*.py"))]
    return [f"{PROOFS[kind][0]}[{name}]" for name in names]


def judged(condition: Condition, seed: int, attempts: list[str], python: str, workers: str) -> Iterator[dict[str, str]]:
    """Judge attempts under a condition and yield, for each of its times: attempt -> "" or what differed."""
    with tempfile.TemporaryDirectory() as folder, burning(condition.burners):
        for name, text in condition.files.items():
            Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, name).write_text(text, encoding="utf-8")
        if condition.read_only:
            Path(folder, condition.read_only).mkdir(mode=0o555)
        if condition.learner:
            katas = [attempt.partition("[")[2].rstrip("]") for attempt in attempts]
            what = [*(str(COURSE / "katas" / kata) for kata in katas), "--attempt=reference", "--time-limit=600"]
        else:
            what = [f"{CHECKOUT / 'tests' / 'test_katas.py'}::{attempt}" for attempt in attempts]
        report = Path(folder, "report.xml")
        command = [*condition.prefix, python, "-m", "pytest", *what, f"--seed={seed}", "-q", workers]
        command += [] if condition.in_order else ["--random-order", f"--random-order-seed={seed}"]
        command += [f"--junitxml={report}", *condition.arguments]
        theirs = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        theirs |= {name: value.format(folder=folder) for name, value in condition.environment.items()}
        theirs |= {"DOJO_COURSE": os.environ["DOJO_COURSE"]} if "DOJO_COURSE" in os.environ else {}
        for _ in range(condition.times):
            report.unlink(missing_ok=True)
            cwd = condition.cwd.format(folder=folder)
            done = subprocess.run(command, cwd=cwd, env=theirs, capture_output=True, text=True, check=False)
            found = read(report, condition.learner)
            ending = f"not judged, exit status {done.returncode}: {(done.stdout + done.stderr)[-1500:]}"
            yield {attempt: found.get(attempt, ending) for attempt in attempts}


def read(report: Path, learner: bool) -> dict[str, str]:
    """Return attempt -> "" or what differed, from what pytest has reported."""
    found: dict[str, str] = {}
    for case in ET.parse(report).iter("testcase") if report.exists() else ():
        bad = next(
            (part.get("message") or part.text or part.tag for part in case if part.tag in ("failure", "error")), ""
        )
        attempt = case.get("name")
        if learner:  # the class is katas.03_instantiate.test_instantiate.TestBuildSiamese
            attempt = f"{PROOFS['reference'][0]}[{case.get('classname').split('.')[1]}]"
        found[attempt] = found.get(attempt) or bad.strip()
    return found


@contextmanager
def burning(count: int) -> Iterator[None]:
    """Keep so many cores busy meanwhile."""
    burners = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()


def again(condition: Condition, seed: int, attempt: str) -> str:
    """Return the command that judges one kata's attempts of this kind again."""
    kind = next(kind for kind, (proof, _) in PROOFS.items() if attempt.startswith(f"{proof}["))
    number = int(attempt.partition("[")[2][:2])
    return (
        f"python tests/stress.py --conditions {condition.name} --first-seed {seed} --seeds 1 "
        f"--katas {number} --kinds {kind}"
    )


def print_table(runs: Counter, differed: Counter, missing: dict[str, str]) -> None:
    """Print a line for each condition."""
    print(f"\n{'condition':<24}{'runs':>7}{'differed':>11}")
    for name, count in runs.items():
        print(f"{name:<24}{count:>7}{differed[name]:>11}")
    print(f"{'all':<24}{runs.total():>7}{differed.total():>11}", flush=True)
    for name, why in missing.items():
        print(f"{name}: not run, {why}")


if __name__ == "__main__":
    sys.exit(main())
