"""The rules of a pair: whose turn it is, when it ends, what is told and read back."""

import math

import pytest

from dojo import progress
from dojo.pair import begin, logbook, roles, state
from dojo.pair.person import Person
from dojo.pair.turns import Session

ADA, BO, CY = (Person(name, f"{name.lower()}@example.org") for name in ("Ada", "Bo", "Cy"))
KATA = "01_sums"
STEPS = ("add", "total", "Counter")


def session(*people, **settings):
    return Session(list(people or (ADA, BO)), KATA, "pair/test", **settings)


def judged(pair, *done, kata=KATA):
    """Return why the keyboard goes on after a verdict that finds these steps done."""
    return pair.judged(kata, {step: "✓" if step in done else "✗" for step in STEPS})


def test_a_green_step_ends_no_turn_that_has_time_left():
    pair = session()
    judged(pair)
    pair.pass_time(419)

    assert not judged(pair, "add")
    assert not pair.overdue()


def test_the_first_green_step_after_the_time_ends_the_turn():
    pair = session()
    judged(pair)
    pair.pass_time(421)

    assert not pair.overdue()
    assert not judged(pair), "still red"
    assert judged(pair, "add") == "add is green, and the time is up"


def test_a_step_that_had_turned_red_and_is_green_again_ends_it_as_well():
    pair = session()
    judged(pair, "add")
    judged(pair)
    pair.pass_time(421)

    assert judged(pair, "add") == "add is green, and the time is up"
    assert pair.turn.green == []


@pytest.mark.parametrize(("minutes", "latest"), [(7, 9), (60, 62), (2, 3), (0.5, 0.75)])
def test_nobody_waits_for_long(minutes, latest):
    pair = session(minutes=minutes)
    judged(pair)
    pair.pass_time(latest * 60 - 1)
    assert not pair.overdue()
    pair.pass_time(1)

    assert pair.overdue() == "the time is up, green or not"
    assert judged(pair) == "the time is up, green or not"


def test_where_nothing_is_red_the_time_alone_ends_the_turn():
    pair = session()
    judged(pair, *STEPS)
    pair.pass_time(419)
    assert not pair.overdue()
    pair.pass_time(1)

    assert pair.overdue() == "the time is up, and nothing is red"


def test_before_a_verdict_only_the_latest_end_counts():
    pair = session()
    pair.pass_time(421)

    assert not pair.overdue()


def test_ping_pong_goes_on_at_each_new_green_step():
    pair = session(is_ping_pong=True)
    judged(pair)

    assert judged(pair, "add") == "add is green"
    assert not judged(pair)
    assert not judged(pair, "add"), "whoever breaks a step mends it"
    assert judged(pair, "add", "total", "Counter") == "total and Counter are green"


def test_what_was_green_before_is_nobodys():
    pair = session(is_ping_pong=True)

    assert not judged(pair, "add")
    assert pair.turn.green == []


def test_each_step_is_made_green_once():
    pair = session()
    judged(pair)
    judged(pair, "add")
    pair.hand_over()
    judged(pair)
    judged(pair, "add", "total")

    assert pair.past[0].green == ["01_sums.add"]
    assert pair.turn.green == ["01_sums.total"]


def test_another_kata_is_another_ladder():
    pair = session()
    judged(pair, "add")
    pair.pass_time(421)

    assert not judged(pair, "add", "total", kata="02_more_sums"), "found so"
    assert pair.kata == "02_more_sums"
    judged(pair, "add")
    assert pair.turn.green == []


def test_all_drive_in_turn_and_time_is_counted_for_who_drives():
    pair = session(ADA, BO, CY)
    for seconds in (10, 20, 30, 40):
        pair.pass_time(seconds)
        pair.hand_over()

    assert [(turn.driver.name, turn.seconds) for turn in pair.past] == [
        ("Ada", 10),
        ("Bo", 20),
        ("Cy", 30),
        ("Ada", 40),
    ]
    assert (pair.driver, pair.navigators) == (BO, [CY, ADA])


def test_no_time_passes_in_a_break_nor_backwards():
    pair = session(rests="paused")
    pair.pass_time(100)
    pair.rests = ""
    pair.pass_time(-50)
    pair.pass_time(5)

    assert pair.turn.seconds == 5


def test_who_joins_drives_last():
    pair = session()
    pair.add(CY)

    assert pair.people == [ADA, BO, CY]
    with pytest.raises(ValueError, match="two names"):
        pair.add(Person.parse("ada"))


def test_who_goes_leaves_what_they_did():
    pair = session(ADA, BO, CY)
    pair.pass_time(60)
    pair.hand_over()
    pair.drop(ADA)

    assert pair.people == [BO, CY]
    assert pair.past[0].driver == ADA
    with pytest.raises(ValueError, match="a pair is two"):
        pair.drop(BO)


def test_a_driver_who_goes_gives_the_keyboard_on():
    pair = session(ADA, BO, CY)
    pair.drop(ADA)

    assert pair.driver == BO
    assert pair.turn.driver == BO


@pytest.mark.parametrize(
    ("seconds", "rests", "says"),
    [
        (0, "", "7 min left"),
        (300, "", "2 min left"),
        (365, "", "less than a minute left"),
        (421, "", "time is up: Bo drives after the next green step, in 2 min at the latest"),
        (500, "", "time is up: Bo drives after the next green step, within a minute at the latest"),
        (10, roles.PAUSED, "paused until b, or a save"),
        (0, roles.HANDED_OVER, "handed over: Ada goes on with a save here, or elsewhere with dojo pair --join"),
    ],
)
def test_one_line_says_who_and_how_long(seconds, rests, says):
    pair = session(ADA, BO, CY)
    pair.pass_time(seconds)
    pair.rests = rests

    assert roles.line(pair) == f"Ada drives · Bo navigates · then Cy · {says}"


@pytest.fixture
def used():
    """A session with something of everything."""
    pair = session(Person("Ada", "ada@example.org"), BO, Person("Ümit Ö. O'Neil", "u@example.org"), is_ping_pong=True)
    judged(pair)
    pair.pass_time(431.4)
    judged(pair, "add", "total")
    pair.turn.hints = 2
    return pair


def test_a_hand_over_says_what_is_done_and_red_and_who_helped(used):
    heading, _, trailers = logbook.entry(used).partition("\n\n")

    assert heading == "01_sums: 2 of 3 steps, Counter is red"
    assert "Done: add, total\nRed: Counter\n" in trailers
    assert trailers.endswith("Co-authored-by: Bo <bo@example.org>\nCo-authored-by: Ümit Ö. O'Neil <u@example.org>")
    assert "Co-authored-by: Ada" not in trailers


def test_the_heading_says_when_all_is_green_or_nothing_judged():
    pair = session()
    assert logbook.entry(pair).startswith("01_sums: not judged yet\n")
    judged(pair, *STEPS)
    assert logbook.entry(pair).startswith("01_sums: all 3 steps are green\n")


def test_a_session_is_read_back_from_its_hand_overs(used):
    messages = []
    for seconds in (0, 5):
        used.pass_time(seconds)
        messages.append((used.driver, logbook.entry(used)))
        used.hand_over()
    read = logbook.read(messages, "pair/test", "origin")

    assert read.people == used.people
    assert (read.kata, read.minutes, read.is_ping_pong, read.remote) == (KATA, 7.0, True, "origin")
    assert [(turn.driver, turn.green, turn.hints) for turn in read.past] == [
        (turn.driver, turn.green, turn.hints) for turn in used.past
    ]
    assert [turn.seconds for turn in read.past] == [431, 5]
    assert sorted(read.green[KATA]) == ["add", "total"]


@pytest.mark.parametrize(
    "message", ["", "mend\n\nit", "a\n\nPair: Ada\nTurn-seconds: soon"], ids=["none", "other", "odd"]
)
def test_a_commit_of_something_else_is_told(message):
    with pytest.raises(ValueError, match="pair/test holds a commit that is no hand-over"):
        logbook.read([(ADA, message)], "pair/test", None)


def test_a_branch_without_hand_overs_is_told():
    with pytest.raises(ValueError, match="main holds no hand-over"):
        logbook.read([], "main", "origin")


@pytest.fixture
def state_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(state.backend, "state_folder", lambda: tmp_path)
    return tmp_path


def test_the_file_holds_all_there_is(used, state_folder):
    used.hand_over()
    used.pass_time(3)
    state.save(used)
    read = state.load()

    assert read == used
    state.forget()
    assert state.load() is None
    state.forget()


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "{", '{"people": []}', '{"people": [{"name": 1}], "past": [], "turn": {}}', "\0"]
)
def test_a_damaged_file_is_set_aside(text, state_folder):
    (state_folder / "pair.json").write_text(text)
    with pytest.raises(progress.DamagedError, match="could not be read"):
        state.load()

    assert state.load() is None
    assert (state_folder / "pair.json.damaged").read_text() == text


def test_a_turn_of_no_length_or_without_end_is_refused():
    for minutes in (0, -1, math.nan, math.inf, 10_000):
        with pytest.raises(begin.PairError, match="--minutes"):
            begin.check_minutes(minutes)
