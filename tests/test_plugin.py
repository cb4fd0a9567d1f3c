"""Drives the plugin as a person does, in a small course of two katas, and compares what it prints with golden files."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dojo.course import ROOT
from dojo.stub import stub_of
from tests.small_course import ADD, AS_ANYONE, SOLVED_TWO

GOLDEN = Path(__file__).parent / "golden"


def shape_of(output: str) -> str:
    """Return what was printed without what differs from machine to machine and run to run."""
    output = output[re.search(r"^(\d\d_\w+ · |=+ katas =+$)", output, flags=re.MULTILINE).start() :]
    output = re.sub(r"in \d+\.\d+s", "in 0.00s", output)
    return re.sub(r"=+", "=", output)


@pytest.mark.parametrize(
    ("case", "attempt", "arguments", "status"),
    [
        ("untouched", None, ["katas/01_sums"], 1),
        ("two_steps_done", SOLVED_TWO, ["katas/01_sums"], 1),
        ("wrong", ADD.replace("a + b", "abs(a) + abs(b)"), ["katas/01_sums"], 1),
        ("done", ADD, ["katas/01_sums"], 0),
        ("one_step", ADD, ["katas/01_sums", "--step=total"], 0),
        ("two_katas", SOLVED_TWO, ["katas"], 1),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isidentifier() else "",
)
def test_prints_what_the_golden_file_says(small_course, pytestconfig, case, attempt, arguments, status):
    if attempt:
        small_course.write("katas/01_sums/sums.py", attempt)
    run = small_course.run(*arguments)

    golden = GOLDEN / f"{case}.txt"
    if pytestconfig.getoption("update_golden"):
        golden.write_text(shape_of(run.stdout), encoding="utf-8")
    assert shape_of(run.stdout) == golden.read_text(encoding="utf-8")
    assert run.returncode == status


@pytest.mark.parametrize(
    "options",
    [["-p", "no:cacheprovider"], ["-p", "no:xdist"], ["--tb=short", "-rA", "-q"], ["-x", "-v"], ["--lf"]],
    ids=" ".join,
)
def test_the_usual_options_of_pytest_do_not_get_in_the_way(small_course, options):
    run = small_course.run("katas/01_sums", *options)

    assert "01_sums · Sums · 0 of 3 steps" in run.stdout
    assert run.returncode == 1


def test_a_file_of_tests_that_cannot_be_read_is_told(small_course):
    small_course.write("katas/01_sums/test_sums.py", "def broken(\n")
    run = small_course.run("katas/01_sums")

    assert "our test broke, the mistake is not yours — `git restore katas/01_sums/test_sums.py`" in run.stdout
    assert "SyntaxError: '(' was never closed" in run.stdout
    assert run.returncode == 2


def test_the_header_names_backend_versions_and_devices(small_course):
    run = small_course.run("katas/01_sums")

    backend = os.environ["KERAS_BACKEND"]
    assert re.search(
        rf"katas: {backend} backend, keras 3\.\d+\.\d+, {backend} [\d.]+\S*, Python 3\.\d+\.\d+, on \w+", run.stdout
    )


def test_several_katas_run_in_parallel_each_on_one_worker(small_course):
    run = small_course.run("katas", "--attempt=reference", "-v", "-n2")

    placed = {(kata, worker) for worker, kata in re.findall(r"\[(gw\d)\].*PASSED katas/(\d\d_\w+)/", run.stdout)}
    assert len(placed) == 2, f"each kata on one worker, seen {placed}"
    assert run.returncode == 0


def test_one_kata_imports_keras_in_one_process(small_course):
    run = small_course.run("katas/01_sums", "--attempt=reference")

    assert "workers" not in run.stdout


def test_a_crash_ends_neither_the_other_steps_nor_the_other_katas(small_course):
    crash = ADD.replace("return a + b", "import ctypes\n    ctypes.string_at(0)")
    small_course.write("katas/01_sums/sums.py", crash)
    small_course.write("katas/02_more_sums/more_sums.py", ADD)

    for arguments in (["katas/01_sums"], ["katas", "-n2"]):
        run = small_course.run(*arguments)
        assert run.returncode == 1
        assert "the interpreter died while it ran" in run.stdout
        assert "✓ total" in run.stdout
        assert "✓ Counter" in run.stdout
    assert "02_more_sums             ✓✓✓" in run.stdout


def test_a_loop_that_never_comes_back_to_python_is_ended(small_course):
    endless = ADD.replace("return a + b", "import itertools\n    return sum(itertools.repeat(a))")
    small_course.write("katas/01_sums/sums.py", endless)
    run = small_course.run("katas/01_sums", "--time-limit=1")

    assert run.returncode == 1
    assert "a loop in compiled code that never came back" in run.stdout
    assert "✓ total" in run.stdout


DEBUGGED = ADD.replace("return a + b\n\n", "breakpoint()\n    return a + b\n\n")


def test_whoever_stands_at_a_breakpoint_takes_their_time(small_course):
    small_course.write("katas/01_sums/sums.py", DEBUGGED)
    typed = "p a\nbreak 19\nimport time; time.sleep(1.5)\nc\n"
    run = small_course.run("katas/01_sums", "--time-limit=1", typed=2 * typed)

    assert "(Pdb) 2\n" in run.stdout
    assert run.returncode == 0, run.stdout


def test_q_at_a_breakpoint_ends_the_run(small_course):
    small_course.write("katas/01_sums/sums.py", DEBUGGED)
    run = small_course.run("katas/01_sums", typed="q\n")

    assert run.returncode == 2, run.stdout
    assert "Quitting debugger" in run.stdout
    assert run.stdout.count("(Pdb)") == 1


def test_an_atexit_of_the_attempt_cannot_change_the_verdict(small_course):
    small_course.write("katas/01_sums/sums.py", "import atexit, os\natexit.register(os._exit, 0)\n" + stub_of(ADD))

    assert small_course.run("katas/01_sums").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "environment", "says"),
    [
        (["katas/01_sum"], {}, "did you mean katas/01_sums?"),
        (["katas/7"], {}, "there are 01_sums, 02_more_sums"),
        (["katas/01_sums", "--attempt=nowhere.py"], {}, "there is no such file or folder"),
        (["katas", "--attempt=conftest.py"], {}, "is one file, for one kata"),
        (["katas/01_sums", "--step=ad"], {}, "the steps are Counter, add, total"),
        (["katas/01_sums"], {"KERAS_BACKEND": "jacks"}, "none of the course's backends: jax, torch, tensorflow"),
    ],
    ids=["misspelt kata", "unknown kata", "no attempt", "one file for two katas", "unknown step", "misspelt backend"],
)
def test_a_command_that_makes_no_sense_gets_one_line_and_exit_code_4(small_course, arguments, environment, says):
    run = small_course.run(*arguments, **environment)

    said = [line for line in (run.stderr + run.stdout).splitlines() if line.strip()]
    assert len(said) == 1, said
    assert says in said[0]
    assert run.returncode == 4


def test_a_read_only_checkout_can_be_practised_in(small_course):
    small_course.write("katas/01_sums/sums.py", SOLVED_TWO)
    for path in [small_course.folder, *small_course.folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    run = small_course.run("katas/01_sums", prefix=AS_ANYONE)

    assert run.returncode == 1
    assert "2 of 3 steps" in run.stdout
    assert "Warning" not in run.stdout + run.stderr
    assert not (small_course.folder / ".dojo").exists()


def test_nothing_is_written_into_the_folders_of_katas(small_course):
    before = sorted(small_course.folder.glob("katas/**/*"))
    small_course.run("katas/01_sums", "--attempt=reference")

    assert sorted(small_course.folder.glob("katas/**/*")) == before


def test_a_folder_laid_out_like_katas_is_judged(small_course):
    small_course.write("hand-ins/ann/01_sums/sums.py", ADD)
    run = small_course.run("katas", "--attempt=hand-ins/ann", "-n2")

    assert "01_sums                  ✓✓✓" in run.stdout
    assert "more_sums.py is missing" in run.stdout
    assert run.returncode == 1


def test_the_folder_of_one_kata_is_judged(small_course):
    small_course.write("ann/sums.py", ADD)

    assert small_course.run("katas/01_sums", "--attempt=ann").returncode == 0


@pytest.mark.parametrize("cwd", ["katas", "katas/01_sums", "reference"])
def test_runs_from_any_folder_of_the_project(small_course, cwd):
    target = {"katas": "01_sums", "katas/01_sums": ".", "reference": "../katas/01_sums"}[cwd]
    run = small_course.run(target, "--attempt=reference", cwd=cwd)

    assert "3 of 3 steps" in run.stdout
    assert run.returncode == 0


@pytest.mark.parametrize(
    "settings",
    [
        '{"backend": "tensorflow", "floatx": "float16", "image_data_format": "channels_first"}',
        '{"floatx": "float31"',
        "[]",
    ],
    ids=["of another project", "damaged", "of another form"],
)
def test_a_persons_keras_json_changes_nothing(small_course, tmp_path, settings):
    home = tmp_path / "home" / ".keras"
    home.mkdir(parents=True)
    (home / "keras.json").write_text(settings)
    small_course.write(
        "katas/01_sums/test_sums.py",
        "import keras\n\nclass TestAdd:\n    def test_settings(self):\n"
        "        assert (keras.config.floatx(), keras.config.image_data_format()) == ('float32', 'channels_last')\n",
    )
    run = small_course.run("katas/01_sums", HOME=str(home.parent), KERAS_HOME=str(home))

    assert "✓ add" in run.stdout, run.stdout
    assert f"katas: {os.environ['KERAS_BACKEND']} backend" in run.stdout


def test_the_plugin_does_not_import_keras_when_it_loads():
    code = "import sys, dojo.plugin; sys.exit(any(name in sys.modules for name in ('keras', 'jax', 'numpy')))"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
