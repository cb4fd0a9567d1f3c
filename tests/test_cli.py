"""Drives the dojo command as a learner does, in a small course of two katas."""

import shutil
import sys

import pytest

from dojo.stub import stub_of
from tests.small_course import ADD, AS_ANYONE, SOLVED_TWO

ABSOLUTE = SOLVED_TWO.replace("a + b", "abs(a) + abs(b)")
MISTAKE = '''"""Only the magnitude of a number counts.

step: add
says: signs count
"""
'''


@pytest.fixture
def course(small_course):
    small_course.write("tests/wrong_answers/01_sums/magnitudes.py", MISTAKE)
    return small_course


def solve(course, text):
    """Write an attempt at the first kata and run it."""
    course.write("katas/01_sums/sums.py", text)
    return course.run("katas/01_sums")


def row(course, kata):
    """Return what `dojo list` says of a kata."""
    return next(line for line in course.dojo("list").stdout.splitlines() if kata in line)


def test_a_fresh_course_begins_with_the_first_step_of_the_first_kata(course):
    said = course.dojo("next").stdout

    assert "write  add in katas/01_sums/sums.py" in said
    assert "read   katas/01_sums/README.md" in said
    assert "run    pytest katas/01_sums" in said
    assert row(course, "01_sums").startswith("▸")
    assert "0 of 3" in row(course, "01_sums")


@pytest.mark.parametrize("command", [[], ["next"], ["show"], ["hint"], ["pair", "Ada", "Bo"]], ids=" ".join)
def test_a_course_without_katas_is_told_in_one_line(course, command):
    shutil.rmtree(course.folder / "katas")
    run = course.dojo(*command)

    assert run.stderr.count("\n") == 1, run.stderr
    assert "there are no katas in" in run.stderr
    assert run.returncode == 2


def test_a_run_is_remembered(course):
    solve(course, SOLVED_TWO)

    assert "2 of 3" in row(course, "01_sums")
    assert "write  Counter" in course.dojo("next").stdout


def test_a_step_alone_leaves_the_others_as_they_were(course):
    solve(course, SOLVED_TWO)
    course.run("katas/01_sums", "--step=Counter")

    assert "2 of 3" in row(course, "01_sums")


@pytest.mark.parametrize("options", [["-k", "test_adds"], ["-x"]], ids=" ".join)
def test_a_part_of_a_step_is_no_progress(course, options):
    course.write("katas/01_sums/sums.py", ABSOLUTE)
    course.run("katas/01_sums", *options)

    assert "0 of 3" in row(course, "01_sums")


def test_what_is_done_leads_to_the_next_kata(course):
    course.on_record("01_sums", ADD)

    assert row(course, "01_sums").startswith("✓")
    assert "02_more_sums" in course.dojo("next").stdout


def test_a_step_turned_red_is_red_again(course):
    course.on_record("01_sums", ADD)
    solve(course, ADD.replace("a + b", "a - b"))

    assert "2 of 3" in row(course, "01_sums")
    assert "write  add" in course.dojo("next").stdout


def test_an_edit_after_the_run_is_told(course):
    course.on_record("01_sums", ADD)
    course.write("katas/01_sums/sums.py", ADD + "\n")

    assert "edited since" in row(course, "01_sums")
    assert "01_sums" in course.dojo("next").stdout


def test_the_attempts_of_others_are_not_my_progress(course):
    course.run("katas/01_sums", "--attempt=reference")

    assert "0 of 3" in row(course, "01_sums")


def test_hints_climb_and_are_remembered(course):
    first, second = course.dojo("hint").stdout, course.dojo("hint", "01").stdout

    assert "look at add" in first
    assert "sums" not in first.replace("01_sums", "")
    assert "3 more" in first
    assert "2. **Concept.** sums" in second
    assert "Tool" not in second
    for _ in range(3):
        last = course.dojo("hint", "sums", "add").stdout
    assert "plus, as ever" in last
    assert "more:" not in last
    assert "Concept" not in course.dojo("hint", "sums", "total").stdout, "each step has a ladder of its own"


def test_a_known_mistake_is_named_before_the_hints(course):
    assert "thought" not in course.dojo("hint", "1", "add").stdout
    solve(course, ABSOLUTE)
    said = course.dojo("hint", "1", "add").stdout

    assert "Only the magnitude of a number counts." in said
    assert said.index("magnitude") < said.index("look at add")


def test_the_mistake_that_is_most_alike_is_named_and_equals_together(course):
    course.write("tests/wrong_answers/01_sums/also.py", MISTAKE.replace("Only the", "Nothing but the"))
    course.write(
        "tests/wrong_answers/01_sums/any.py", MISTAKE.replace("Only the", "Any").replace("signs count", "signs")
    )
    solve(course, ABSOLUTE)
    said = course.dojo("hint", "1", "add").stdout

    assert "one of these thoughts: Nothing but the magnitude of a number counts. – Only the magnitude of" in said
    assert "Any magnitude" not in said


def test_after_the_pass_all_hints_can_be_read(course):
    course.on_record("01_sums", ADD)

    assert "one line" in course.dojo("hint", "1", "add").stdout
    assert "is done" in course.dojo("hint", "1").stdout


def test_reset_keeps_the_attempt(course):
    course.write("katas/01_sums/sums.py", SOLVED_TWO)
    said = course.dojo("reset", "1").stdout

    kept = course.folder / said.partition("now ")[2].splitlines()[0]
    assert kept.read_text(encoding="utf-8") == SOLVED_TWO
    assert (course.folder / "katas/01_sums/sums.py").read_text(encoding="utf-8") == stub_of(ADD)
    assert "already" in course.dojo("reset", "1").stdout
    assert len(list(kept.parent.iterdir())) == 1


def test_show_prints_the_lesson(course):
    assert course.dojo("show", "more_sums").stdout == "# 02 · More sums\n"


def test_brackets_and_colons_are_printed_as_they_are(course):
    course.write("katas/02_more_sums/README.md", "# 02 · More [red] :x: sums\n")

    assert course.dojo("show", "2").stdout == "# 02 · More [red] :x: sums\n"
    assert "  More [red] :x: sums  " in row(course, "02_more_sums")


def test_check_judges_and_gives_the_status_of_pytest(course):
    course.write("katas/01_sums/sums.py", ADD)
    run = course.dojo("check", "1", "2")

    assert "01_sums                  ✓✓✓" in run.stdout
    assert "02_more_sums" in run.stdout
    assert run.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "idea"),
    [
        (["hint", "mroe_sums"], "did you mean 02_more_sums?"),
        (["watch", "mroe_sums"], "did you mean 02_more_sums?"),
        (["reset", "7"], "there are 01_sums, 02_more_sums"),
        (["hint", "1", "ad"], "its steps are add, total, Counter"),
        (["reset"], "Missing argument 'KATA'"),
        (["shwo"], "No such command 'shwo'"),
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_told_in_one_line(course, arguments, idea):
    run = course.dojo(*arguments)

    assert idea in run.stderr
    assert run.stderr.count("\n") == 1
    assert run.returncode == 2


@pytest.mark.parametrize("content", [b"\xff\xfe", b"add\tmaybe\t123\t\n"], ids=["no text", "another format"])
def test_a_damaged_record_is_told_and_set_aside(course, content):
    record = course.on_record("01_sums", ADD)
    record.write_bytes(content)
    run = course.dojo("list")

    assert "could not be read" in run.stderr
    assert "0 of 3" in run.stdout
    assert record.with_name("01_sums.txt.damaged").read_bytes() == content
    assert course.dojo("list").stderr == ""


def test_a_record_may_be_deleted(course):
    course.on_record("01_sums", ADD)
    (course.folder / ".dojo/progress/01_sums.txt").unlink()

    assert "0 of 3" in row(course, "01_sums")
    assert course.dojo("list").stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="takes a right away from root as Linux does")
def test_without_the_right_to_write_nothing_is_lost(course):
    stub = course.write("katas/01_sums/sums.py", SOLVED_TWO)
    stub.parent.chmod(0o555)
    run = course.run("reset", "1", prefix=AS_ANYONE, module="dojo.cli")
    stub.parent.chmod(0o755)

    assert "Permission denied" in run.stderr
    assert run.stderr.count("\n") == 1
    assert run.returncode == 2
    assert stub.read_text(encoding="utf-8") == SOLVED_TWO


@pytest.mark.parametrize("arguments", [["list"], ["hint"], ["next"], ["show"], ["due"], ["history"]], ids=" ".join)
def test_answers_without_keras(course, arguments):
    code = f"import sys; sys.argv[1:] = {arguments!r}\nimport dojo.cli\ntry: dojo.cli.main()\nexcept SystemExit: pass\n"
    code += "heavy = {'keras', 'jax', 'numpy', 'pytest', '_pytest'} & set(sys.modules)\nassert not heavy, heavy"
    course.write("without.py", code)
    run = course.run(module="without")

    assert run.returncode == 0, run.stderr
