"""Does a kata again as a learner does: redo, due and history, in a small course whose clock a test sets."""

import os
import sys

import pytest

from dojo.progress import digest
from dojo.stub import stub_of
from tests.small_course import ADD, AS_ANYONE, SOLVED_TWO

STUB = "katas/01_sums/sums.py"
OTHER = ADD.replace("a + b", "b + a")
GREEN = "run\t3 of 3, 0 wrong, 222222222222"


@pytest.fixture
def course(small_course):
    small_course.set_clock("2026-03-01T09:00:00+01:00")
    return small_course


def journal(course, *lines, kata="01_sums"):
    """Write a journal: each line a time in March 2026, like "01T09:00", and what there is to say."""
    text = "".join(f"2026-03-{when}:00+01:00\t{what}\n" for when, what in lines)
    return course.write(f".dojo/journal/{kata}.txt", text)


def said(course, when, *arguments):
    """Return what dojo prints at a time in March 2026."""
    course.set_clock(f"2026-03-{when}:00+01:00")
    run = course.dojo(*arguments)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


def judged(course, when, text, *options):
    """Return what pytest prints of an attempt at a time in March 2026."""
    course.set_clock(f"2026-03-{when}:00+01:00")
    course.write(STUB, text)
    return course.run("katas/01_sums", *options).stdout


def test_a_kata_is_done_again_and_compared(course):
    judged(course, "01T09:00", stub_of(ADD))
    said(course, "01T09:04", "hint", "1")
    judged(course, "01T09:06", ADD.replace("a + b", "a - b"))
    first = judged(course, "01T09:14", ADD)
    redone = said(course, "09T09:00", "redo")
    hint = said(course, "09T09:01", "hint", "1")
    second = judged(course, "09T09:10", OTHER)

    assert "✓ Counter\n\nGreen after 14 min, 1 hint, 1 wrong run.\nDone." in first
    assert "Passed once before, last time: 14 min, 1 hint, 1 wrong run (2026-03-01)" in redone
    assert "3 more" in hint, "hints begin with the nudge again"
    assert "Green after 10 min, 1 hint, no wrong run.\nLast time: 14 min, 1 hint, 1 wrong run (2026-03-01)." in second
    history = said(course, "09T09:10", "history", "1")
    assert ["1", "2026-03-01", "14", "min", "1", "1", "good"] in [line.split()[:7] for line in history.splitlines()]
    assert ["2", "2026-03-09", "10", "min", "1", "0", "good"] in [line.split()[:7] for line in history.splitlines()]
    assert "-    return a + b\n+    return b + a\n" in said(course, "09T09:10", "history", "1", "--diff", "1", "2")
    assert "Next: 01_sums on 2026-0" in said(course, "09T09:10", "due")


def test_a_pass_without_a_time_tells_none(course):
    assert "✓ Counter\n\nDone." in judged(course, "01T09:00", ADD)


def test_the_attempt_of_another_is_none_of_my_rounds(course):
    run = course.run("katas/01_sums", "--attempt=reference")

    assert "Green" not in run.stdout
    assert not (course.folder / ".dojo/journal").exists()


@pytest.mark.parametrize("options", [["-k", "test_adds"], ["-x"]], ids=" ".join)
def test_a_part_of_a_step_is_not_noted(course, options):
    judged(course, "01T09:00", SOLVED_TWO, *options)

    assert not (course.folder / ".dojo/journal").exists()


def test_steps_one_by_one_make_a_kata_green(course):
    journal(course, ("01T09:00", "run\t0 of 3, 0 wrong, 000000000000"))
    for minute, step in enumerate(("add", "total", "Counter"), 1):
        judged(course, f"01T09:0{minute}", ADD, f"--step={step}")

    assert "3 min" in said(course, "01T09:10", "history")


@pytest.mark.skipif(sys.platform != "linux", reason="takes a right away from root as Linux does")
@pytest.mark.parametrize(
    "in_the_way", ["a journal that is read-only", "a folder in its place", "a file in its folder's"]
)
def test_without_a_journal_there_are_verdicts_and_hints(course, in_the_way):
    file = journal(course, ("01T09:00", GREEN))
    if in_the_way == "a journal that is read-only":
        file.chmod(0o000)
    else:
        file.unlink()
        place = file if in_the_way == "a folder in its place" else file.parent
        place.mkdir() if place == file else (place.rmdir(), place.write_text(""))
    course.write(STUB, SOLVED_TWO)
    run = course.run("katas/01_sums", prefix=AS_ANYONE)
    hint = course.run("hint", "1", "add", prefix=AS_ANYONE, module="dojo.cli")

    assert "2 of 3 steps" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr
    assert (hint.returncode, hint.stderr) == (0, "")
    assert "add" in hint.stdout
    assert "done" in (course.folder / ".dojo/progress/01_sums.txt").read_text()


def test_redo_keeps_the_attempt_and_begins_anew(course):
    course.on_record("01_sums", ADD)
    journal(course, ("01T09:00", "run\t1 of 3, 1 wrong, 111111111111"), ("01T09:10", GREEN))
    redone = said(course, "02T09:00", "redo", "1")

    kept = course.folder / redone.partition("now ")[2].splitlines()[0]
    assert kept.read_text(encoding="utf-8") == ADD
    assert kept.name == "2026-03-02_09-00-00_000000.py"
    assert (course.folder / STUB).read_text(encoding="utf-8") == stub_of(ADD)
    assert "last time: 10 min, no hint, 1 wrong run (2026-03-01)" in redone
    assert "write  add" in said(course, "02T09:00", "next")
    assert "Under way: 01_sums" in said(course, "02T09:00", "due")


def test_a_stub_that_git_restored_begins_a_round(course):
    journal(course, ("01T09:00", "hint\tadd 1"), ("01T09:10", GREEN))
    judged(course, "10T09:00", stub_of(ADD))
    second = judged(course, "10T09:05", ADD)

    assert "Green after 5 min, no hint, no wrong run.\nLast time: 10 min, 1 hint" in second


def test_redo_of_a_stub_that_git_restored_keeps_no_stub(course):
    journal(course, ("01T09:00", "hint\tadd 1"), ("01T09:10", GREEN))
    redone = said(course, "10T09:00", "redo")

    assert "Passed once before" in redone
    assert not (course.folder / ".dojo/attempts").exists()
    assert "Under way: 01_sums" in said(course, "10T09:00", "due")
    assert course.dojo("redo", "1").returncode == 2, "it is begun already"


@pytest.mark.skipif(sys.platform != "linux", reason="types into a POSIX terminal")
def test_to_read_the_answers_before_the_pass_is_noted(course):
    from tests.watching import Watching

    with Watching(course, "watch", "1", PAGER="cat") as watching:
        watching.verdict()
        watching.press("s")
        watching.wait_for("y / n")
        watching.press("y")
        watching.until(lambda: "\tanswers\t" in (course.folder / ".dojo/journal/01_sums.txt").read_text(), "a note")


def test_what_was_solved_before_the_journal_keeps_its_date(course):
    record = course.on_record("01_sums", ADD)
    os.utime(record, (1771754400, 1771754400))  # 2026-02-22, 10:00 UTC
    before = said(course, "01T09:00", "history")
    said(course, "02T09:00", "redo", "1")
    after = said(course, "02T09:00", "history", "1")

    assert before.splitlines()[1].split() == ["01_sums", "1", "2026-02-22", "–", "–", "–"]
    assert after.splitlines()[3].split()[:6] == ["1", "2026-02-22", "–", "–", "–", "good"]


def test_katas_become_due_in_the_order_of_their_dates(course):
    course.on_record("01_sums", ADD)
    course.on_record("02_more_sums", ADD)
    journal(course, ("01T09:00", "run\t0 of 3, 0 wrong, 000000000000"), ("01T09:10", GREEN))
    journal(course, ("01T09:00", "answers\t"), ("01T09:10", GREEN), kata="02_more_sums")

    assert "02_more_sums on 2026-03-02, in 1 day\n" in said(course, "01T10:00", "due")
    assert said(course, "02T00:01", "due").splitlines()[-1] == "Begin with: dojo redo 2", "due by the end of the day"
    table = said(course, "10T08:00", "due").splitlines()
    assert [line.split()[0] for line in table[1:3]] == ["02_more_sums", "01_sums"]
    assert "again" in table[1]
    assert "good" in table[2]
    assert "02_more_sums/" in said(course, "10T08:00", "redo"), "without a name it is the most overdue"


def test_with_nothing_passed_due_points_to_what_is_next(course):
    assert "dojo next" in said(course, "01T09:00", "due")
    assert "dojo next" in said(course, "01T09:00", "redo")
    assert "dojo next" in said(course, "01T09:00", "history")
    assert "dojo watch 1" in said(course, "01T09:00", "history", "1")


def test_with_nothing_due_redo_says_when(course):
    course.on_record("01_sums", ADD)
    journal(course, ("01T09:00", GREEN))

    assert "Next: 01_sums on 2026-03-09, in 8 days" in said(course, "01T10:00", "redo")


def test_history_shows_the_times_as_bars(course):
    text = journal(
        course,
        ("01T09:00", "hint\tadd 1"),
        ("01T09:10", GREEN),
        ("02T09:00", "fresh\tgone.py"),
        ("02T09:05", GREEN),
    ).read_text()
    bars = [line for line in said(course, "02T10:00", "history", "1").splitlines() if "█" in line]

    assert [bar.count("█") for bar in bars] == [40, 20]
    assert "\x1b" not in "".join(bars)
    assert (course.folder / ".dojo/journal/01_sums.txt").read_text() == text, "to look changes nothing"


def test_a_kata_of_another_name_and_damaged_lines_are_passed_over(course):
    file = journal(course, ("01T09:00", GREEN))
    file.write_bytes(b"\xff\xfe nothing\n" + file.read_bytes() + b"2026-03-0")
    journal(course, ("01T09:00", GREEN), kata="99_gone")

    assert "Next: 01_sums" in said(course, "01T10:00", "due")
    assert "gone" not in said(course, "01T10:00", "history")


def test_a_course_of_somebody_else_has_a_journal_of_its_own(course, tmp_path):
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    for part in ("katas", "reference"):
        (course.folder / part).rename(theirs / part)
    file = theirs / ".dojo/journal/01_sums.txt"
    file.parent.mkdir(parents=True)
    file.write_text(f"2026-03-01T09:00:00+01:00\thint\tadd 1\n2026-03-01T09:10:00+01:00\t{GREEN}\n")
    course.set_clock("2026-03-20T09:00:00+01:00")
    run = course.run("due", module="dojo.cli", DOJO_COURSE=str(theirs))

    assert "10 min" in run.stdout
    assert "Begin with: dojo redo 1" in run.stdout


@pytest.mark.parametrize(
    ("arguments", "idea"),
    [
        (["redo", "2"], "more_sums.py is a fresh stub already — write its first step"),
        (["redo", "7"], "there are 01_sums, 02_more_sums"),
        (["due", "1"], "unexpected extra argument"),
        (["history", "2", "--diff", "1", "2"], "02_more_sums is not begun yet: dojo watch 2"),
        (["history", "1", "--diff", "1", "2"], "01_sums has no attempt 2: there is 1 — dojo history 1"),
        (["history", "1", "--diff", "0", "1"], "has no attempt 0"),
        (["history", "1", "--diff", "one", "two"], "'one' is not a valid integer"),
        (["history", "--diff", "1", "2"], "dojo history KATA --diff 1 2"),
        (["history", "1", "--diff", "1"], "requires 2 arguments"),
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_told_in_one_line(course, arguments, idea):
    journal(course, ("01T09:00", GREEN))
    run = course.dojo(*arguments)

    assert idea in run.stderr
    assert run.stderr.count("\n") == 1
    assert run.returncode == 2


def test_redo_is_for_what_is_done(course):
    course.on_record("01_sums", ADD)
    course.write(STUB, SOLVED_TWO)
    edited = course.dojo("redo", "1")
    course.write(".dojo/progress/01_sums.txt", f"add\tdone\t{digest(SOLVED_TWO.encode())}\t\n")
    unfinished = course.dojo("redo", "1")

    assert "was edited since it was run — pytest katas/01_sums judges it" in edited.stderr
    assert "has 1 of 3 steps done" in unfinished.stderr
    assert "dojo reset 1" in unfinished.stderr
    assert (edited.returncode, unfinished.returncode) == (2, 2)
    assert (course.folder / STUB).read_text(encoding="utf-8") == SOLVED_TWO


def test_an_attempt_that_was_deleted_is_told(course):
    journal(course, ("01T09:00", GREEN), ("02T09:00", "fresh\tgone.py"), ("03T09:00", "fresh\t"))
    deleted, never_kept = (course.dojo("history", "1", "--diff", number, "3") for number in "12")

    assert "is not there any more: .dojo/attempts/01_sums/gone.py" in deleted.stderr
    assert "its text was not kept" in never_kept.stderr
    assert (deleted.returncode, never_kept.returncode) == (2, 2)


@pytest.mark.skipif(sys.platform != "linux", reason="takes a right away from root as Linux does")
def test_a_redo_that_cannot_be_written_leaves_all_as_it_was(course):
    course.on_record("01_sums", ADD)
    text = journal(course, ("01T09:00", GREEN)).read_text()
    stub = course.folder / STUB
    stub.parent.chmod(0o555)
    run = course.run("redo", "1", prefix=AS_ANYONE, module="dojo.cli")
    stub.parent.chmod(0o755)

    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "Permission denied" in run.stderr
    assert stub.read_text(encoding="utf-8") == ADD
    assert (course.folder / ".dojo/journal/01_sums.txt").read_text() == text
    assert "✓" in said(course, "02T09:00", "list")


def test_all_done_points_to_what_is_due(course):
    course.on_record("01_sums", ADD)
    course.on_record("02_more_sums", ADD)

    assert "dojo due" in said(course, "01T09:00", "next")
