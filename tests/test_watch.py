"""Drives the watcher in a terminal of its own: saves, keys, sizes, ends. What is left to the eye: colours."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from dojo.stub import stub_of
from tests.small_course import ADD, AS_ANYONE, SOLVED_TWO, Course, clean_environment, ladder_in

if sys.platform != "linux":
    pytest.skip("types into a POSIX terminal and reads /proc", allow_module_level=True)

from tests.watching import Watching, end_by

WRONG = ADD.replace("a + b", "a - b")
STUB = "katas/01_sums/sums.py"
CTRL_C = "\x03"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return Course(tmp_path_factory.mktemp("a path") / "with spaces für zwei")


@pytest.fixture(scope="module")
def shared(course):
    """One watcher for the tests that leave it as it was."""
    with Watching(course, "watch", "1") as watching:
        watching.verdict()
        yield watching


@pytest.fixture
def watching(shared):
    """The watcher, with a warm spare, and a fresh stub judged."""
    if "01_sums" not in shared.seen():
        shared.press("p")
    shared.course.write(STUB, stub_of(ADD))
    shared.wait_for("01_sums · Sums · 0 of 3 steps", "judged in", but_not="judging")
    shared.spares(1)
    return shared


def write_in_place(file, text):
    file.write_text(text)


def rename_over_it(file, text):
    other = file.with_name("sums.py~")
    other.write_text(text)
    os.replace(other, file)


def move_away_and_write(file, text):
    file.rename(file.with_name("sums.py.bak"))
    file.write_text(text)
    file.with_name("sums.py.bak").unlink()


def delete_and_write_later(file, text):
    file.unlink()
    time.sleep(0.5)
    file.write_text(text)


def empty_and_write_bit_by_bit(file, text):
    with file.open("w") as stream:
        for line in text.splitlines(keepends=True):
            stream.write(line)
            stream.flush()
            time.sleep(0.002)


def save_twice_within_a_second(file, text):
    file.write_text(WRONG)
    time.sleep(0.2)
    file.write_text(text)


@pytest.mark.parametrize(
    "save",
    [
        write_in_place,
        rename_over_it,
        move_away_and_write,
        delete_and_write_later,
        empty_and_write_bit_by_bit,
        save_twice_within_a_second,
    ],
    ids=lambda save: save.__name__,
)
def test_a_save_is_judged_however_an_editor_does_it(watching, save):
    save(watching.course.folder / STUB, SOLVED_TWO)

    watching.wait_for("2 of 3 steps", "▸ Counter", "judged in", but_not="judging")


def test_a_save_of_the_same_length_at_the_same_time_is_judged(watching):
    file = watching.course.write(STUB, WRONG)
    watching.wait_for("add(2, 3) is -1")
    stamp = file.stat()
    file.write_text(WRONG.replace("a - b", "a * b"))
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))

    watching.wait_for("add(2, 3) is 6")


def test_a_save_during_a_run_is_judged_with_the_newest_text(watching):
    watching.course.write(STUB, ADD.replace("return a + b", "import time; time.sleep(20); return a + b"))
    watching.wait_for("judging")
    time.sleep(0.5)
    watching.course.write(STUB, WRONG)

    watching.wait_for("add(2, 3) is -1", "judged in", but_not="judging")


def test_an_attempt_that_kills_its_interpreter_is_judged_as_pytest_does(watching):
    watching.course.write(STUB, ADD.replace("return a + b", "import ctypes; ctypes.string_at(0)"))

    watching.wait_for("the interpreter died while it ran", "2 of 3 steps")


def test_a_spare_that_dies_is_replaced(watching):
    first, second = watching.spares(2)
    for number in (first, second):
        end_by(number, signal.SIGKILL)
    again = watching.spares(2)
    watching.course.write(STUB, WRONG)

    watching.wait_for("add(2, 3) is -1")
    assert not {first, second} & set(again)


def test_a_run_whose_interpreter_is_killed_is_repeated(watching):
    spares = watching.spares(2)
    watching.course.write(STUB, ADD.replace("return a + b", "import time; time.sleep(3); return a - b"))
    watching.wait_for("judging")
    time.sleep(0.5)
    for number in spares:
        end_by(number, signal.SIGKILL)

    watching.wait_for("add(2, 3) is -1", "judged in", but_not="judging")


def test_what_an_attempt_started_ends_with_its_run(watching):
    watching.course.write(
        STUB, ADD.replace("return a + b", "import subprocess; subprocess.Popen(['sleep', '600']); return a + b")
    )
    watching.wait_for("3 of 3 steps")
    watching.spares(2)

    assert not [command for command in watching.processes().values() if "sleep" in command]


def test_the_screen_says_what_pytest_says_to_the_word(watching):
    watching.resize(200, 40)
    watching.course.write(STUB, WRONG)
    seen = ladder_in(watching.wait_for("add(2, 3) is -1", "judged in", but_not="judging"))
    watching.resize(80, 30)
    run = watching.course.run("katas/01_sums")

    assert seen == ladder_in(run.stdout)


def test_keys_lead_to_hints_and_katas(watching):
    watching.press("h")
    watching.wait_for("look at add", "3 more: h")
    watching.press("h")
    watching.wait_for("Concept. sums")
    watching.press("l")
    watching.wait_for("minutes", "02_more_sums", but_not="look at add")
    watching.press("n")
    watching.wait_for("02_more_sums · More sums · 0 of 3 steps", "judged in", but_not="minutes")
    watching.press("n")
    watching.wait_for("there is no kata after this one")
    watching.press("x\x1b[A")
    watching.press("p")

    watching.wait_for("01_sums · Sums · 0 of 3 steps", "judged in", but_not="judging")


def test_a_key_judges_the_same_text_again(watching, tmp_path):
    runs = tmp_path / "runs"
    watching.course.write(STUB, f"open({str(runs)!r}, 'a').write('a run ')\n{stub_of(ADD)}")
    watching.until(runs.exists, "the first run")
    watching.verdict()
    before = runs.read_text()
    watching.press("r")

    watching.until(lambda: runs.read_text() > before, "another run")


def test_a_question_comes_before_the_solutions_of_an_open_kata(watching):
    watching.press("s")
    watching.wait_for("y / n")
    watching.press("n")

    watching.wait_for("01_sums", but_not="y / n")


def test_a_narrow_screen_shows_the_step_that_matters(watching):
    watching.course.write(STUB, WRONG)
    watching.wait_for("add(2, 3) is -1", "judged in", but_not="judging")
    watching.resize(40, 14)
    seen = watching.wait_for("▸ add", "q]uit")

    assert "add(2, 3) is -1" in seen
    assert max(map(len, seen.splitlines())) <= 40
    watching.resize(80, 30)
    watching.wait_for("✓ total", "[q]uit")


def test_hints_go_when_another_step_is_next(watching):
    watching.press("h")
    watching.wait_for("look at add")
    watching.course.write(STUB, ADD.replace("float(np.sum(numbers))", "0"))

    watching.wait_for("▸ total", but_not="look at add")


@pytest.fixture
def alone(tmp_path):
    return Course(tmp_path / "course")


def while_it_starts(watching):
    watching.until(lambda: any("setsid" not in command for command in watching.processes().values()), "the command")


def after_the_first_line(watching):
    watching.wait_for("judging")


def after_a_verdict(watching):
    watching.verdict()


def with_two_spares(watching):
    watching.verdict()
    watching.spares(2)


STAGES = [while_it_starts, after_the_first_line, after_a_verdict, with_two_spares]


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.__name__)
def test_ctrl_c_ends_it_at_every_stage(alone, stage):
    with Watching(alone) as watching:
        stage(watching)
        watching.press(CTRL_C)

        assert watching.exit_status() in (1, 130, -2)
        assert "Traceback" not in watching.seen() or stage is while_it_starts
        assert watching.all_gone()


def press_q(watching):
    watching.press("q")


def close_the_terminal(watching):
    watching.close_the_terminal()


def kill_it(watching):
    end_by(watching.process.pid, signal.SIGKILL)


def terminate_it(watching):
    end_by(watching.process.pid, signal.SIGTERM)


@pytest.mark.parametrize("end", [press_q, close_the_terminal, kill_it, terminate_it], ids=lambda end: end.__name__)
def test_nothing_is_left_running(alone, end):
    # The attempt would go on for long, and so would what it starts.
    alone.write(
        STUB, ADD.replace("return a + b", "import os, time; os.system('sleep 300 &'); time.sleep(25); return 0")
    )
    with Watching(alone) as watching:
        watching.until(lambda: any("sleep 300" in each for each in watching.processes().values()), "the attempt")
        end(watching)

        assert watching.all_gone()


def test_no_spare_is_left_when_the_watcher_is_killed(alone):
    with Watching(alone) as watching:
        with_two_spares(watching)
        kill_it(watching)

        assert watching.all_gone()


def test_after_the_pass_it_says_what_the_answer_cost(alone):
    alone.write(STUB, ADD)
    with Watching(alone, "watch", "1") as watching:
        watching.wait_for("3 of 3 steps", "What it cost", "Your answer costs about what the reference")
        watching.press("h")
        watching.wait_for("01_sums is done; all hints for a step")
        alone.write(STUB, WRONG)

        watching.wait_for("add(2, 3) is -1", but_not="Your answer costs")


def test_a_second_watcher_is_told_so(alone):
    with Watching(alone, "watch", "1") as watching:
        watching.wait_for("judging")
        second = alone.dojo("watch", "2")

        assert second.returncode == 2
        assert second.stderr.count("\n") == 1
        assert "another dojo watch runs" in second.stderr
        watching.press("q")
        assert watching.exit_status() == 0


def test_an_editor_has_the_terminal_to_itself(alone):
    editor = alone.write("editor.sh", '#!/bin/sh\nread line\necho "$line" >> typed.txt\n')
    editor.chmod(0o755)
    with Watching(alone, "watch", "1", VISUAL=str(editor).replace(" ", "\\ ")) as watching:
        watching.verdict()
        watching.press("o")
        time.sleep(0.5)
        watching.press("q is for the editor\n")
        watching.wait_for("0 of 3 steps", "[q]uit")
        watching.press("l")
        watching.wait_for("minutes")

    assert (alone.folder / "typed.txt").read_text() == "q is for the editor\n"


def test_the_solutions_are_shown_after_the_pass(alone):
    alone.write(STUB, ADD)
    alone.write("tests/right_answers/01_sums/other.py", "ANOTHER = 'way'\n")
    shown = alone.folder / "shown.txt"
    with Watching(alone, "watch", "1", PAGER="tee shown.txt") as watching:
        watching.wait_for("3 of 3 steps")
        watching.press("s")
        watching.until(lambda: shown.exists() and "ANOTHER" in shown.read_text(), "the solutions")
        watching.wait_for("3 of 3 steps", "[q]uit")

    assert "reference/01_sums/sums.py" in shown.read_text().partition("ANOTHER")[0]


def test_without_a_terminal_it_prints_plain_lines(alone):
    alone.write(STUB, WRONG)
    process = subprocess.Popen(
        [sys.executable, "-m", "dojo.cli"],
        cwd=alone.folder,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        first = [process.stdout.readline() for _ in range(4)]
        alone.write(STUB, ADD)
        rest = iter(process.stdout.readline, "")
        done = next(line for line in rest if "3 of 3" in line)
    finally:
        process.terminate()
        process.wait(timeout=30)
        process.stdout.close()

    assert "".join(first) == ("01_sums · Sums · 2 of 3 steps\n\n  ▸ add\n      add(2, 3) is -1, expected 5 — the sum\n")
    assert "\x1b" not in done


def test_a_course_whose_tests_are_broken_is_told(alone):
    alone.write("katas/01_sums/test_sums.py", "import nothing_of_this_name\n")
    with Watching(alone, "watch", "1") as watching:
        watching.wait_for("our test broke", "nothing_of_this_name", "judged in")


def test_a_watched_kata_may_be_reset(alone):
    alone.write(STUB, SOLVED_TWO)
    with Watching(alone, "watch", "1") as watching:
        watching.wait_for("2 of 3 steps")
        alone.dojo("reset", "1")

        watching.wait_for("0 of 3 steps")


def test_a_course_that_cannot_be_written_is_watched_all_the_same(alone):
    file = alone.write(STUB, WRONG)
    folders = [alone.folder, alone.folder / "katas", file.parent]
    for folder in folders:
        folder.chmod(0o555)
    with Watching(alone, "watch", "1", prefix=AS_ANYONE) as watching:
        watching.wait_for("add(2, 3) is -1")
        watching.press("h")
        watching.wait_for("look at add")
        file.write_text(SOLVED_TWO)
        watching.wait_for("2 of 3 steps")
    for folder in folders:
        folder.chmod(0o755)


# A file system of one page for the state folder, and it is full.
FULL = 'mount -t tmpfs -o size=4k none "$0" && head -c 4096 /dev/zero > "$0/full" && exec "$@"'


def test_a_full_disk_takes_away_no_verdict(alone):
    state = alone.folder / ".dojo"
    state.mkdir()
    prefix = ["unshare", "-Urm", "sh", "-c", FULL, str(state)]
    if subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode:
        pytest.skip("needs the right to a namespace of its own")
    with Watching(alone, "watch", "1", prefix=prefix) as watching:
        watching.verdict()
        watching.press("h")
        watching.wait_for("No space left on device")
        alone.write(STUB, WRONG)

        watching.wait_for("add(2, 3) is -1")


def test_a_damaged_record_is_told_on_the_screen(alone):
    alone.write(".dojo/progress/01_sums.txt", "nothing that a run would write\n")
    with Watching(alone) as watching:
        watching.wait_for("could not be read", "01_sums · Sums · 0 of 3 steps")


def test_progress_is_that_of_the_watched_runs(alone):
    with Watching(alone, "watch", "1") as watching:
        watching.verdict()
        shutil.copy(alone.folder / "reference/01_sums/sums.py", alone.folder / STUB)
        watching.wait_for("3 of 3 steps")

    assert "✓" in next(line for line in alone.dojo("list").stdout.splitlines() if "01_sums" in line)
