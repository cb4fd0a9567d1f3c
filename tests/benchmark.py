"""How long a learner waits, as ratios: `python tests/benchmark.py [--katas 3 9 17] [--rounds 5]`, on Linux.

Seconds are a machine's, and of one hour of it; what is claimed is a ratio of two things, measured one after the other
in one run. What is compared alternates within a round (A B C, A B C, …), so that another program that takes a core for
a minute slows all of it, and a ratio is the median over the rounds. Nothing is measured before all that was started
for the things before is idle again.

For each kata and three texts — the untouched stub, the first half of the steps solved, the reference:

- watch: from a save to the last line of the verdict of `dojo watch`, while two warm interpreters wait;
- pytest: `pytest katas/NN`, from the start of the process to its end, with warm caches on the disk;
- living: the same tests again in a process that has run them before, which nothing that judges anew could beat;
- ptw: from a save to the last line of the verdict under pytest-watcher, the usual watcher;
- import: `python -c "import keras"`, what each process that is started pays.

Then `dojo list`, `dojo hint` and all references on all cores, each against an import.

All this happens in copies in a temporary folder: nobody's attempts or progress are touched. What JAX has compiled is
kept in the checkout's own cache. PYTHONDONTWRITEBYTECODE is unset for what is measured: without bytecode an import of
Keras takes twice as long, which would flatter whatever is compared with one.
"""

import argparse
import ast
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from contextlib import ExitStack, contextmanager, suppress
from importlib import util
from itertools import product
from pathlib import Path
from statistics import median

CHECKOUT = Path(__file__).resolve().parent.parent
AIMS = {  # ratio -> at most this
    ("watch", "pytest"): 0.10,
    ("watch", "living"): None,
    ("watch", "ptw"): None,
    ("pytest", "import"): 1.5,
    ("dojo list", "import"): 0.15,
    ("dojo hint", "import"): 0.15,
    ("all references", "import"): 8,
}
UNSET = ("PYTEST", "DOJO_", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(UNSET)} | {
    "KERAS_BACKEND": os.environ.get("KERAS_BACKEND", "jax"),
    "JAX_COMPILATION_CACHE_DIR": str(CHECKOUT / ".dojo" / "jax"),
}
PATIENCE = 180  # seconds, for what comes within ten on most machines
IMPORT = ["-c", "import keras"]
DESCRIBE = ["-c", "from dojo import backend; print(backend.describe(backend.choose()))"]
LIVING = """
import sys
from dojo import backend
backend.choose()
import keras  # before pytest, which would else judge in a child
from dojo.course import ROOT, Kata
from tests.conftest import run_kata
for line in sys.stdin:
    run_kata(Kata(ROOT / line.strip()))
    print("judged", flush=True)
"""


def main() -> None:
    """Measure, and print what came."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--katas", nargs="+", type=int, default=[3, 4, 9, 13, 17], metavar="NN")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what was started ends with us
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = (copy_of_the_checkout(Path(folder).resolve() / name) for name in ("ours", "theirs"))
        print(describe(ours))
        seconds = defaultdict(lambda: defaultdict(list))
        for number in arguments.katas:
            kata = next((ours / "katas").glob(f"{number:02}_*")).name
            with ExitStack() as stack:
                judges = Judges(stack, kata, ours, theirs)
                for turn, (name, text) in product(range(arguments.rounds), judges.texts.items()):
                    for what, took in judges.measure(name, f"{text}\n# {turn}\n").items():
                        seconds[f"{kata} {name}"][what].append(took)
        print_table(seconds)
        if not util.find_spec("pytest_watcher"):
            print("without pytest-watcher, which `pip install pytest-watcher` brings")
        print_table({"": run_commands(ours, arguments.rounds)})
    print(f"\nload now {os.getloadavg()[0]:.1f}")


def copy_of_the_checkout(folder: Path) -> Path:
    """Copy what a run needs, with fresh stubs, and return the folder."""
    for name in ("dojo", "katas", "reference", "tests"):
        shutil.copytree(CHECKOUT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("conftest.py", "pyproject.toml"):
        shutil.copy(CHECKOUT / name, folder)
    for kata in (folder / "katas").glob("[0-9]*"):
        (kata / f"{kata.name[3:]}.py").write_text(run(folder, "-m", "dojo.stub", kata.name), encoding="utf-8")
    return folder


def describe(folder: Path) -> str:
    """Return what the figures are measured on."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    processor = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())
    machine = f"{processor}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"
    return f"{machine}, load {os.getloadavg()[0]:.1f}\n{run(folder, *DESCRIBE)}PYTHONDONTWRITEBYTECODE is unset"


class Judges:
    """All that judges one kata, warmed; pytest-watcher in a copy of its own: a save must reach one watcher only."""

    def __init__(self, stack: ExitStack, kata: str, ours: Path, theirs: Path):
        self._ours, self._theirs = ours, theirs
        self._folder = f"katas/{kata}"
        self._file = Path(self._folder, f"{kata[3:]}.py")
        stub = (ours / self._file).read_text(encoding="utf-8")
        reference = (ours / "reference" / kata / self._file.name).read_text(encoding="utf-8")
        self.texts = {"reference": reference, "half": half_solved(reference, stub), "stub": stub}
        self._ladders = {}
        self._living = stack.enter_context(started(ours, "-c", LIVING))
        for name, text in self.texts.items():
            (ours / self._file).write_text(text, encoding="utf-8")
            self._ladders[name] = ladder_in(run(ours, "-m", "pytest", self._folder))
            self._judge_again()
        # The last text was the stub, and with that the watchers begin.
        self._watch = stack.enter_context(started(ours, "-m", "dojo.cli", "watch", kata))
        hear(self._watch, self._ladders["stub"])
        self._ptw = None
        if util.find_spec("pytest_watcher"):
            # Its own pattern, *.py, matches no file in a folder where watchdog is 7 or newer.
            options = ["--now", "--patterns=**/*.py", f"--runner={Path(sys.executable).with_name('pytest')}"]
            command = ["-m", "pytest_watcher", *options, self._folder, self._folder]
            # Told to a pipe line by line, as to a terminal.
            self._ptw = stack.enter_context(started(theirs, *command, PYTHONUNBUFFERED="1"))
            hear(self._ptw, self._ladders["stub"])

    def measure(self, name: str, text: str) -> dict[str, float]:
        """Return what -> seconds, for a text that is no longer what was saved last."""
        things = {
            "watch": lambda: self._save(self._ours, name, text, self._watch),
            "living": self._judge_again,
            "pytest": lambda: run(self._ours, "-m", "pytest", self._folder),
            "import": lambda: run(self._ours, *IMPORT),
        }
        if self._ptw:
            things["ptw"] = lambda: self._save(self._theirs, name, text, self._ptw)
        return {what: time_of(do, self._ours.parent, spares=2) for what, do in things.items()}

    def _save(self, copy: Path, name: str, text: str, watcher: subprocess.Popen) -> None:
        (copy / self._file).write_text(text, encoding="utf-8")
        hear(watcher, self._ladders[name])

    def _judge_again(self) -> None:
        print(self._folder, file=self._living.stdin, flush=True)
        hear(self._living, ["judged"])


def half_solved(reference: str, stub: str) -> str:
    """Return the reference, with the later half of its steps as in the stub: of two definitions the last one holds."""
    steps = [node for node in ast.parse(stub).body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    return "\n\n".join([reference, *(ast.get_source_segment(stub, step) for step in steps[len(steps) // 2 :])])


def run_commands(folder: Path, rounds: int) -> dict[str, list[float]]:
    """Return what -> seconds in each round."""
    commands = {
        "import": IMPORT,
        "dojo list": ["-m", "dojo.cli", "list"],
        "dojo hint": ["-m", "dojo.cli", "hint", "3", "build_sequential"],
        "all references": ["-m", "pytest", "katas", "--attempt=reference", "-n", "auto"],
    }
    seconds = defaultdict(list)
    for number in range(rounds + 1):
        for what, command in commands.items():
            took = time_of(lambda command=command: run(folder, *command), folder.parent)
            if number:  # the first round fills the caches
                seconds[what].append(took)
    return seconds


def time_of(do, folder: Path, spares: int = 0) -> float:
    """Return how long it takes, once nothing in the folder uses a core and so many warm interpreters wait."""
    end = time.monotonic() + PATIENCE
    before = {}
    while True:
        now = processes_in(folder)
        worked = sum(ticks for *_, ticks in now) - sum(ticks for *_, ticks in before)
        same = [who for *who, _ in now] == [who for *who, _ in before]
        # A watcher that looks at the clock now and then is idle.
        if same and worked <= 1 and sum("dojo.spare" in command for _, command, _ in now) == spares:
            break
        if time.monotonic() > end:
            sys.exit(f"waited {PATIENCE} s for {spares} spares and no work; there are {now}")
        before = now
        time.sleep(0.5)
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def processes_in(folder: Path) -> list[tuple[str, str, int]]:
    """Return (number, command line, hundredths of a second of a core) of each process that works in this folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # gone meanwhile, or somebody else's
            if (process / "cwd").readlink().is_relative_to(folder):
                times = (process / "stat").read_text().rpartition(")")[2].split()[11:13]
                found.append((process.name, (process / "cmdline").read_text(), sum(map(int, times))))
    return found


def run(folder: Path, *arguments: str) -> str:
    """Run Python and return what it printed; tests may fail."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=PATIENCE)
    if done.returncode > 1:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


@contextmanager
def started(folder: Path, *arguments: str, **environment: str):
    """Start a Python that goes on running while one talks with it."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    process = subprocess.Popen([sys.executable, *arguments], cwd=folder, env=ENVIRONMENT | environment, **pipes)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate()


def hear(process: subprocess.Popen, lines: list[str]) -> None:
    """Read until these lines have come."""
    alarm = threading.Timer(PATIENCE, process.kill)
    alarm.start()
    heard = []
    while heard[-1:] != lines[-1:]:
        line = process.stdout.readline()
        if not line:
            sys.exit("\n".join([f"{process.args} ended, or took too long, and has said", *heard]))
        heard.append(line.rstrip("\n"))
    alarm.cancel()
    if heard[-len(lines) :] != lines:
        sys.exit("\n".join(["expected", *lines, "", "heard", *heard]))


def ladder_in(printed: str) -> list[str]:
    """Return the lines of the ladder, the last thing before pytest's own last line."""
    lines = printed.splitlines()
    heading = max(number for number, line in enumerate(lines) if line.endswith(" steps"))
    return lines[heading:-1]


def print_table(rows: dict[str, dict[str, list[float]]]) -> None:
    """Print a line for each row: the ratios; then how many met the aim; then the seconds that the ratios are of."""
    pairs = [pair for pair in AIMS if all(each in row for row in rows.values() for each in pair)]
    columns = list(dict.fromkeys(each for pair in pairs for each in pair))
    ratios = {
        label: [[a / b for a, b in zip(row[left], row[right], strict=True)] for left, right in pairs]
        for label, row in rows.items()
    }
    print_line("\nratio: median (low–high)", [" / ".join(pair) for pair in pairs])
    for label, cells in ratios.items():
        print_line(label, [f"{median(cell):.2f} ({min(cell):.2f}–{max(cell):.2f})" for cell in cells])
    aims = [AIMS[pair] for pair in pairs]
    met = [sum(median(row[i]) <= (aim or 0) for row in ratios.values()) for i, aim in enumerate(aims)]
    print_line("aim: met by", [f"≤ {a:g}: {n} of {len(rows)}" if a else "" for a, n in zip(aims, met, strict=True)])
    print_line("\nseconds: median", columns)
    for label, row in rows.items():
        print_line(label, [f"{median(row[column]):.2f}" for column in columns])


def print_line(label: str, cells: list[str]) -> None:
    """Print one line of a table."""
    print(f"{label:<28}" + "".join(f"{cell:<23}" for cell in cells).rstrip(), flush=True)


if __name__ == "__main__":
    main()
