"""What the course's own tests share: a judge that runs a kata against an attempt and notes each verdict."""

import io
import os
import re
import warnings
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dojo import backend
from dojo.collection import place
from dojo.course import ROOT, Kata
from dojo.root import CHECKOUT
from tests.repositories import git, make
from tests.small_course import Course


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what only the course's own tests need."""
    parser.addoption("--kata", metavar="NN_slug", help="prove this kata alone")
    parser.addoption("--update-golden", action="store_true", help="write what is printed into tests/golden/")


def pytest_configure() -> None:
    """Choose the backend, as a run of katas does; the lessons and the small courses follow it."""
    backend.choose()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the proofs of other katas than the one asked for; make warnings errors in the course's own tests."""
    name = config.getoption("kata")
    if name:
        config.hook.pytest_deselected(items=[item for item in items if _kata_of(item) != name])
        items[:] = [item for item in items if _kata_of(item) == name]
    for item in items:
        if item.path.is_relative_to(CHECKOUT / "tests"):
            item.add_marker(pytest.mark.filterwarnings("error"))
            # Keras 3.15.1 under NumPy 2 says so wherever it converts a variable.
            item.add_marker(pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy"))


def _kata_of(item: pytest.Item) -> str | None:
    """Return the name of the kata that a proof is about."""
    kata = item.callspec.params.get("kata") if hasattr(item, "callspec") else None
    return kata.name if kata else None


# Test -> what is proved each time it passes.
PROOFS = {
    "test_the_reference_passes": "references",
    "test_the_stub_fails_every_test_and_says_what_to_write": "stubs that fail",
    "test_wrong_answers_are_caught_for_what_they_are": "wrong answers rejected",
    "test_right_answers_pass": "right answers accepted",
}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what this run has proved."""
    passed = [report for report in terminalreporter.stats.get("passed", []) if report.when == "call"]
    counts = Counter(re.search(r"::(\w+)", report.nodeid)[1] for report in passed)
    proofs = [f"{what} {counts[test]}" for test, what in PROOFS.items() if counts[test]]
    for report in passed:
        backends = dict(report.user_properties).get("backends", [])
        proofs += [f"files of {' and '.join(backends)} read by each"] if backends else []
    if proofs:
        terminalreporter.write_line(f"proved on {os.environ['KERAS_BACKEND']}: {', '.join(proofs)}")


@dataclass(eq=False)  # pytest 9.0 keeps its plugins in a set
class Verdict:
    """What a run of one kata said."""

    status: int = 0
    # step -> what each of its tests said: "" where it passed
    lines: dict[str, list[str]] = field(default_factory=dict, repr=False)
    printed: str = field(default="", repr=False)

    @property
    def below_the_header(self) -> str:
        """What was printed, without what pytest begins with."""
        return self.printed.partition("\n\n")[2].strip() or self.printed

    def passed(self, step: str) -> bool:
        """Whether the step was judged, and every test of it passed."""
        return bool(self.lines.get(step)) and not any(self.lines[step])

    def first_line(self, step: str) -> str:
        """Return the line that the ladder shows for a step that is not there yet."""
        return next((line for line in self.lines.get(step, []) if line), "")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Pytest calls this for each phase of each test."""
        if report.failed or (report.when == "call" and report.passed):
            said = getattr(report, "dojo", {"line": report.longreprtext})
            _, step = place(report.nodeid)
            self.lines.setdefault(step, []).append(said["line"] if report.failed else "")


def run_kata(kata: Kata, *sources: Path | str, steps: tuple[str, ...] = (), options: tuple[str, ...] = ()) -> Verdict:
    """Run one kata in this process, as `pytest katas/NN_slug --attempt=…` does, and return its verdict."""
    verdict = Verdict()
    arguments = [str(kata.folder), "-n0", "--capture=sys", "--rootdir", str(ROOT), "-p", "no:cacheprovider"]
    # A course of somebody else's is proved by our settings, whatever it or a folder above it has.
    arguments += ["-c", str(CHECKOUT / "pyproject.toml"), "--confcutdir", str(ROOT), "-p", "dojo.plugin"]
    arguments += [f"--attempt={source}" for source in sources] + [f"--step={step}" for step in steps]
    # At the end of each session that plugin collects garbage five times, for what an attempt's __del__ may raise.
    arguments += ["-p", "no:unraisableexception", *options]
    output = io.StringIO()
    with redirect_stdout(output), redirect_stderr(output), warnings.catch_warnings():
        warnings.resetwarnings()  # an attempt may warn
        verdict.status = int(pytest.main(arguments, plugins=[verdict]))
    verdict.printed = output.getvalue()
    return verdict


@pytest.fixture
def judge(pytestconfig):
    """Give tests `run_kata`, with the seed of this run, and in random order if this run is."""
    # No proof needs the limit, and on a machine with much else to do half a minute is no sign of an endless loop.
    asked = (f"--seed={pytestconfig.getoption('seed')}", "--time-limit=600")
    if pytestconfig.getoption("random_order_enabled", False):
        asked += ("--random-order", f"--random-order-seed={pytestconfig.getoption('random_order_seed')}")

    def judge_as_asked(*arguments, options=(), **chosen):
        return run_kata(*arguments, options=(*asked, *options), **chosen)

    return judge_as_asked


@pytest.fixture
def small_course(tmp_path):
    """Give tests a small course in a folder whose name has spaces and more."""
    return Course(tmp_path / "a course für zwei")


@pytest.fixture
def nobodys_git(monkeypatch, tmp_path):
    """Keep the git settings of whoever runs the tests away."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.fixture
def course(nobodys_git, tmp_path):
    """Give tests a course in a git repository of its own, in a folder with spaces and more."""
    return make(tmp_path / "a course für zwei")


@pytest.fixture
def clones(course, tmp_path):
    """Give tests the clones of two who hand over to each other by a bare remote."""
    git(tmp_path, "clone", "-q", "--bare", str(course), "remote.git")
    for name in ("ada", "bo"):
        git(tmp_path, "clone", "-q", str(tmp_path / "remote.git"), name)
    return tmp_path / "ada", tmp_path / "bo"
