"""What stress.py must find: verdicts that hang on the seed, on the working directory, and runs that end without one."""

import re
import subprocess
import sys

import pytest

from dojo.root import CHECKOUT
from tests.small_course import ADD, clean_environment


def stress(course, *arguments):
    """Run stress.py on a course."""
    settings = {"DOJO_COURSE": str(course.folder), "COLUMNS": "500"}
    return subprocess.run(
        [sys.executable, CHECKOUT / "tests" / "stress.py", *arguments],
        env=clean_environment() | settings,
        capture_output=True,
        text=True,
        check=False,
    )


def table_in(printed):
    """Return condition -> (runs, verdicts that differed)."""
    return {name: (int(runs), int(bad)) for name, runs, bad in re.findall(r"^(\S+) +(\d+) +(\d+)$", printed, re.M)}


@pytest.fixture
def course(small_course):
    """A course with a wrong answer."""
    wrong = '"""Signs do not count.\n\nstep: add\nsays: the sum\n"""\n\ndef add(a, b):\n    return abs(a) - abs(b)\n'
    small_course.write("tests/wrong_answers/01_sums/signless.py", wrong)
    return small_course


def test_finds_what_hangs_on_the_working_directory(course):
    there = "a + b if os.path.exists('pyproject.toml') else None"
    course.write("tests/right_answers/01_sums/here.py", "import os\n\n\n" + ADD.replace("a + b\n\n", f"{there}\n\n"))
    done = stress(course, "--short", "--katas", "1", "--conditions", "plain", "elsewhere", "oldest")

    assert table_in(done.stdout) == {"plain": (3, 0), "elsewhere": (3, 1), "all": (6, 1)}, done.stdout + done.stderr
    assert "test_right_answers_pass[01_sums-here]: " in done.stdout
    assert "--conditions elsewhere --first-seed " in done.stdout
    assert done.returncode == 1


def test_finds_what_hangs_on_the_seed(course):
    course.write("reference/01_sums/sums.py", ADD.replace("a + b\n\n", "a + b + (np.random.rand() > 0.5)\n\n"))
    done = stress(course, "--seeds", "2", "--conditions", "plain", "--katas", "1", "--kinds", "reference")

    # What NumPy's random numbers begin with: 0.55 and 0.42.
    counts = [re.search(rf"^plain, seed {seed}: 1 runs, (\d) differed$", done.stdout, re.M)[1] for seed in range(2)]
    assert counts == ["1", "0"], done.stdout + done.stderr
    assert done.returncode == 1


def test_a_run_without_verdicts_counts_for_all_that_it_should_have_judged(course):
    course.write("tests/right_answers/01_sums/killer.py", "import os, signal\n\nos.kill(os.getpid(), signal.SIGKILL)\n")
    done = stress(course, "--short", "--katas", "1", "--conditions", "plain")

    assert table_in(done.stdout)["plain"] == (3, 3), done.stdout + done.stderr
    assert "not judged, exit status -9" in done.stdout
    assert done.returncode == 1
