"""What a journal holds, the rounds that follow from it, how they are graded, and when a kata is due."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Rating

from dojo import backend, clock
from dojo.again import journal, rounds, story
from dojo.again.journal import Event
from dojo.again.rounds import Round
from dojo.again.schedule import grade, repeat
from dojo.course import Kata

KATA = Kata(Path("katas/01_sums"))
MORNING = datetime(2026, 3, 1, 9, tzinfo=UTC)
UNTOUCHED = ("run", "0 of 3, 0 wrong, 000000000000")
WRONG = ("run", "1 of 3, 2 wrong, 111111111111")
GREEN = ("run", "3 of 3, 0 wrong, 222222222222")


def among(*events):
    """Return the rounds among events, each (minutes after nine, word, details)."""
    return rounds.among(
        [Event(MORNING + timedelta(minutes=minutes), word, details) for minutes, word, details in events]
    )


def a_round(**known) -> Round:
    usual = {"number": 1, "started": MORNING, "green": MORNING, "seconds": 600, "hints": 0, "wrong_runs": 0}
    return Round(**(usual | {"answers": False, "n_steps": 3} | known))


@pytest.fixture
def state(tmp_path, monkeypatch):
    """A state folder of its own, and a clock that stands still."""
    monkeypatch.setattr(backend, "state_folder", lambda: tmp_path)
    monkeypatch.setattr(clock, "now", lambda: MORNING)
    return tmp_path


def test_a_round_is_timed_from_its_first_event_to_green():
    (only,) = among((0, *UNTOUCHED), (10, *WRONG), (14, *GREEN))

    assert (only.seconds, only.green) == (14 * 60, MORNING + timedelta(minutes=14))


def test_a_break_counts_nothing():
    (only,) = among((0, *UNTOUCHED), (10, *WRONG), (10 + 16, *WRONG), (30, *GREEN))

    assert only.seconds == (10 + 4) * 60, "the 16 minutes in the middle are a break"


def test_a_round_begins_after_the_break_in_which_nothing_was_done_yet():
    _, again = among((0, *GREEN), (60, "fresh", "kept.py"), (3 * 24 * 60, *UNTOUCHED), (3 * 24 * 60 + 5, *GREEN))

    assert again.started == MORNING + timedelta(days=3), "the stub was written on the first day, and left alone"
    assert again.seconds == 5 * 60


def test_what_comes_after_green_changes_nothing():
    before = among((0, *UNTOUCHED), (10, *GREEN))

    assert among((0, *UNTOUCHED), (10, *GREEN), (12, *WRONG), (13, "hint", "add 1"), (14, "answers", "")) == before


def test_hints_and_wrong_runs_are_counted_once_each():
    (only,) = among(
        (0, *UNTOUCHED),
        (1, "hint", "add 1"),
        (2, "hint", "add 2"),
        (3, "hint", "add 2"),
        (4, *WRONG),
        (5, *WRONG),
        (6, "run", "1 of 3, 1 wrong, 333333333333"),
        (7, "answers", ""),
        (8, *GREEN),
    )

    assert (only.hints, only.wrong_runs, only.answers) == (2, 2, True)


def test_green_at_the_first_event_is_no_time():
    (only,) = among((0, *GREEN))

    assert only.seconds is None
    assert not only.measured
    assert story.at_the_pass([only]) == []


def test_a_stub_that_was_run_with_all_others_is_no_round():
    assert among((0, *UNTOUCHED), (1, *UNTOUCHED)) == []


def test_a_fresh_stub_begins_a_round_and_keeps_the_one_before():
    first, second = among((0, *WRONG), (1, "fresh", "kept.py"))

    assert (first.kept, first.green) == ("kept.py", None)
    assert (second.number, second.kept) == (2, "")


def test_a_clock_that_is_set_back_takes_no_time_away():
    (only,) = among((0, *WRONG), (5, *WRONG), (-60, *WRONG), (-58, *GREEN))

    assert only.seconds == (5 + 2) * 60


def test_a_change_of_the_zone_is_no_break():
    events = [
        Event(datetime.fromisoformat("2026-03-29T01:55:00+01:00"), *WRONG),
        Event(datetime.fromisoformat("2026-03-29T03:05:00+02:00"), *GREEN),
    ]

    assert rounds.among(events)[0].seconds == 10 * 60


def test_a_run_that_nobody_can_read_is_neither_wrong_nor_green():
    (only,) = among((0, "hint", "add 1"), (1, "run", "3 of"), (2, "run", "0 of 0, 0 wrong, 222222222222"))

    assert (only.green, only.wrong_runs) == (None, 0)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff\xfe\x00",
        b"yesterday\trun\t3 of 3",
        b"2026-03-01T09:00:00\trun\twithout a zone",
        b"9999-12-31T23:59:59+00:00\trun\tat the end of the calendar",
        b"0001-01-01T00:00:00+14:00\trun\tat its beginning",
        b"2026-03-01T09:00:00+00:00\tsomething\telse",
    ],
    ids=["empty", "no text", "no time", "no zone", "too late", "too early", "no word"],
)
def test_a_line_that_makes_no_sense_is_left_out(state, line):
    journal.note(KATA, *WRONG)
    with (state / "journal/01_sums.txt").open("ab") as file:
        file.write(line + b"\n")
    journal.note(KATA, *GREEN)

    assert [event.details for event in journal.events(KATA)] == [WRONG[1], GREEN[1]]


def test_a_line_that_a_full_disk_cut_short_costs_itself_alone(state):
    journal.note(KATA, *WRONG)
    with (state / "journal/01_sums.txt").open("ab") as file:
        file.write(b"2026-03-01T09:0")
    journal.note(KATA, *GREEN)

    assert [event.details for event in journal.events(KATA)] == [WRONG[1], GREEN[1]]


def test_a_journal_that_cannot_be_written_is_told_to_whoever_asks(state):
    (state / "journal").write_text("a file where the folder should be")

    assert journal.note(KATA, *GREEN) is False


def test_several_processes_write_at_once(state):
    code = (
        "import sys\nfrom pathlib import Path\nfrom dojo import backend\n"
        "from dojo.again import journal\nfrom dojo.course import Kata\n"
        "backend.state_folder = lambda: Path(sys.argv[1])\n"
        "for number in range(200): journal.note(Kata(Path('01_sums')), 'hint', f'{sys.argv[2]} {number}')\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, state, name], env=os.environ) for name in "abcd"]
    assert [process.wait() for process in running] == [0] * 4

    assert len({event.details for event in journal.events(KATA)}) == 4 * 200


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"seconds": 600}, Rating.Easy),
        ({"seconds": 601}, Rating.Good),
        ({"seconds": 1800}, Rating.Good),
        ({"seconds": 1801}, Rating.Hard),
        ({"seconds": None}, Rating.Good),
        ({"hints": 1}, Rating.Good),
        ({"hints": 4}, Rating.Hard),
        ({"hints": 7}, Rating.Again),
        ({"wrong_runs": 3}, Rating.Easy),
        ({"wrong_runs": 4}, Rating.Good),
        ({"wrong_runs": 10}, Rating.Hard),
        ({"answers": True}, Rating.Again),
        ({"hints": 7, "wrong_runs": 4}, Rating.Again),
        ({"n_steps": 0, "hints": 1}, Rating.Good),
    ],
    ids=str,
)
def test_the_worst_that_was_measured_is_the_grade(known, expected):
    assert grade(a_round(**known), minutes=30) == expected


def test_without_minutes_in_the_lesson_a_round_is_good_at_best():
    assert grade(a_round(seconds=1), minutes=None) == Rating.Good
    assert grade(a_round(seconds=1, hints=7), minutes=None) == Rating.Again


def days_until_due(*passed: Round) -> float:
    now = passed[-1].green
    return (repeat(KATA, passed, now).due - now) / timedelta(days=1)


def test_the_harder_it_was_the_sooner_it_is_due():
    again, hard, good = (
        days_until_due(each) for each in (a_round(answers=True), a_round(wrong_runs=10), a_round(hints=1))
    )

    assert (again, hard, good) == (1, 4, 8)


def test_each_good_repetition_in_time_is_for_longer():
    first = a_round(hints=1)
    second = a_round(hints=1, green=MORNING + timedelta(days=8))

    assert days_until_due(first, second) > 3 * days_until_due(first)


def test_the_chance_to_know_it_sinks_and_is_four_of_five_when_it_is_due():
    passed = [a_round(hints=1)]
    chances = [repeat(KATA, passed, MORNING + timedelta(days=days)).chance for days in (0, 4, 8, 80)]

    assert chances == sorted(chances, reverse=True)
    assert chances[0] == 1
    assert chances[2] == pytest.approx(0.8, abs=0.01)


def test_a_kata_that_was_never_passed_is_not_to_be_repeated():
    assert repeat(KATA, [a_round(green=None)], MORNING) is None


def test_a_pass_in_the_future_is_due_at_once_rather_than_never():
    wrong_clock = a_round(green=datetime(2099, 1, 1, tzinfo=UTC))

    assert repeat(KATA, [wrong_clock], MORNING).due <= MORNING


def test_passes_out_of_order_do_not_break_the_schedule():
    later, earlier = a_round(green=MORNING), a_round(green=MORNING - timedelta(days=30))

    assert repeat(KATA, [later, earlier], MORNING).due > MORNING


@pytest.mark.parametrize(("seconds", "told"), [(None, "–"), (95, "95 s"), (120, "2 min"), (8000, "133 min")])
def test_a_time_is_told_in_seconds_under_two_minutes(seconds, told):
    assert story.length(seconds) == told


def test_the_pass_is_compared_with_the_last_and_the_best():
    best = a_round(seconds=300)
    last = a_round(seconds=1860, hints=2, wrong_runs=1, green=MORNING + timedelta(days=1))

    assert story.at_the_pass([best, last, a_round(seconds=840, hints=1, wrong_runs=5)]) == [
        "Green after 14 min, 1 hint, 5 wrong runs.",
        "Last time: 31 min, 2 hints, 1 wrong run (2026-03-02); best: 5 min (2026-03-01).",
    ]
    assert story.at_the_pass([last, best])[1].endswith("This was your fastest.")
