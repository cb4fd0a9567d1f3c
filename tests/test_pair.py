"""Drives `dojo pair` in a terminal of its own, in real repositories, with a clock that the test sets."""

import json
import re
import shutil
import sys
from datetime import datetime, timedelta

import pytest

from dojo.stub import stub_of
from tests.repositories import fingerprint, git
from tests.small_course import ADD, SOLVED_TWO, Course

if sys.platform != "linux" or not shutil.which("git"):
    pytest.skip("types into a POSIX terminal, reads /proc, and hands over by git", allow_module_level=True)

from tests.watching import Watching

STUB = "katas/01_sums/sums.py"
ONE = ADD[: ADD.index("def total")] + stub_of(ADD)[stub_of(ADD).index("def total") :]
START = datetime.fromisoformat("2026-03-01T09:30:00+00:00")
BRANCH = "pair/2026-03-01-ada-bo"


class Pairing(Course):
    """A small course in a repository, with a clock that stands still."""

    def __init__(self, folder):
        super().__init__(folder)
        self.write(".gitignore", ".dojo/\n__pycache__/\n")
        self._now = START
        self.later()
        git(folder, "init", "-q", "-b", "main")
        git(folder, "add", ".")
        git(folder, "commit", "-qm", "the course")
        self.write("notes.txt", "mine alone\n")
        self.write("README.md", "staged\n")
        git(folder, "add", "README.md")

    def later(self, **time) -> None:
        """Let time pass."""
        self._now += timedelta(**time)
        self.set_clock(self._now.isoformat())

    def log(self, form: str = "%s", branch: str = BRANCH) -> list[str]:
        """Return what git says of the hand-overs, the newest first."""
        return git(self.folder, "log", f"--format={form}", branch, "--not", "main").splitlines()

    def state(self) -> dict:
        """Return the session's file."""
        return json.loads((self.folder / ".dojo/pair.json").read_text(encoding="utf-8"))


def kept(course, *but):
    """Return all of a repository that must stay as it is, but for what the dojo remembers."""
    files, refs, told, _ = fingerprint(course.folder, but=but or ["-"])
    ours = (".dojo/", ".pytest_cache/")
    mine = {name: file for name, file in files.items() if not name.startswith(ours) and not name.endswith(".pyc")}
    return mine, refs, told


@pytest.fixture
def course(tmp_path):
    return Pairing(tmp_path / "a course für zwei")


def test_a_session_from_its_beginning_to_its_end(course):
    before = kept(course, STUB, "clock.txt")
    with Watching(course, "pair", "Ada", "Bo <bo@example.org>", columns=160, rows=40) as watching:
        watching.wait_for("Ada drives · Bo navigates · 7 min left", "0 of 3 steps", "judged in")

        # Green within the time: nothing happens but the verdict.
        course.write(STUB, ONE)
        watching.wait_for("1 of 3 steps", "Ada drives", "judged in", but_not="judging")
        watching.press("h")
        watching.wait_for("look at total")
        course.later(minutes=5.5)
        watching.wait_for("2 min left")
        course.later(minutes=2)
        watching.wait_for("time is up: Bo drives after the next green step, in 2 min at the latest")
        course.write(STUB, SOLVED_TWO)
        watching.wait_for(
            "total is green, and the time is up. Bo, it is your turn (commit", "Bo drives · Ada navigates"
        )

        # A break takes no time, and a save ends it.
        watching.press("b")
        watching.wait_for("paused until b, or a save")
        course.later(minutes=60)
        course.write(STUB, SOLVED_TWO + "\n")
        watching.wait_for("Bo drives · Ada navigates · 7 min left", but_not="paused")

        # Nobody waits for ever.
        course.later(minutes=9)
        watching.wait_for("the time is up, green or not. Ada, it is your turn")

        # People come and go.
        watching.press("+")
        watching.wait_for("Who joins?")
        watching.press("Cy <cy@example.org>\n")
        watching.wait_for("Ada drives · Bo navigates · then Cy")
        watching.press("w")
        watching.wait_for("Ada sits this one out", "Bo drives · Cy navigates · then Ada")
        watching.press("-")
        watching.wait_for("Who goes?")
        watching.press("bo\n")
        watching.wait_for("Cy drives · Ada navigates · 7 min left")
        watching.press("-")
        watching.wait_for("Who goes?")
        watching.press("cy\n")
        watching.wait_for("a pair is two", "Cy drives · Ada navigates")
        course.later(minutes=3)
        watching.wait_for("4 min left")
        watching.press("w")
        watching.wait_for("Cy hands over. Ada, it is your turn", "Ada drives · Cy navigates")

        # The end.
        course.write(STUB, ADD)
        watching.wait_for("3 of 3 steps")
        course.later(minutes=1)
        watching.wait_for("6 min left")
        watching.press("e")
        watching.wait_for("End the session? y / n")
        watching.press("n")
        watching.wait_for("Ada drives", but_not="y / n")
        watching.press("ey")
        watching.wait_for("What went well?")
        watching.press("talking\n\nmore pauses\n")
        watching.wait_for("One commit of it all")
        watching.press("y\n")
        assert watching.exit_status() == 0
        seen = watching.seen()

    assert "20 min on 01_sums, 3 steps made green, 1 hint" in seen
    rows = {line.split()[0]: line for line in seen.splitlines() if " min " in line and line[0] in "ABC"}
    assert "8:30 min" in rows["Ada"]
    assert rows["Ada"].endswith("add, total, Counter")
    assert "9:00 min" in rows["Bo"]
    assert "3:00 min" in rows["Cy"]
    assert course.log("%an: %s") == [
        "Ada: 01_sums: all 3 steps are green",
        "Cy: 01_sums: 2 of 3 steps, Counter is red",
        "Bo: 01_sums: 2 of 3 steps, Counter is red",
        "Ada: 01_sums: 2 of 3 steps, Counter is red",
    ]
    squashed = git(course.folder, "log", "-1", "--format=%an%n%B", f"{BRANCH}-squashed")
    assert "What went well? talking" in squashed
    assert squashed.rstrip().endswith("Co-authored-by: Ada <ada@pair.invalid>\nCo-authored-by: Cy <cy@example.org>")
    after = kept(course, STUB, "clock.txt")
    assert after[0].keys() == before[0].keys()
    assert after == before
    assert git(course.folder, "show", f"{BRANCH}:{STUB}") == ADD
    assert git(course.folder, "show", f"{BRANCH}-squashed:{STUB}") == ADD
    git(course.folder, *re.search(r"^  git (reset \S+)$", seen, flags=re.MULTILINE)[1].split())
    assert git(course.folder, "log", "-1", "--format=%s").strip() == "Paired on 01_sums"
    assert STUB not in git(course.folder, "status", "--porcelain")
    assert not (course.folder / ".dojo/pair.json").exists()
    assert "more pauses" in (course.folder / ".dojo/pairs/pair_2026-03-01-ada-bo.txt").read_text(encoding="utf-8")


def test_ping_pong_goes_on_at_a_green_step_and_hides_the_next_one_until_then(course):
    with Watching(course, "pair", "Ada", "Bo", "--ping-pong", columns=110) as watching:
        watching.wait_for("▸ add", "Ada drives", "judged in", but_not="total")
        course.write(STUB, ONE)

        watching.wait_for("add is green. Bo, it is your turn", "✓ add", "▸ total", "Bo drives", but_not="Counter")
        course.write(STUB, ONE.replace("return a + b", "return a - b"))
        watching.wait_for("▸ add", "Bo drives", "judged in", but_not="total")
        course.write(STUB, ONE)
        watching.wait_for("▸ total", "Bo drives", "judged in", but_not="judging")

    assert course.log("%an: %s") == ["Ada: 01_sums: 1 of 3 steps, total is red"]


def test_a_session_survives_a_closed_terminal(course):
    with Watching(course, "pair", "Ada", "Bo", "--minutes", "20", columns=110) as watching:
        watching.wait_for("20 min left", "judged in")
        course.later(minutes=5)
        watching.wait_for("15 min left")
        watching.close_the_terminal()
        watching.all_gone()
    course.later(minutes=600)
    again = course.dojo("pair", "Ada", "Bo")

    assert again.returncode == 2
    assert again.stderr == (
        "Error: the session of Ada and Bo is open here: dojo pair goes on with it, dojo pair --end ends it\n"
    )
    for arguments, says in (
        (["--branch", "pair/other"], f"a session on {BRANCH} is open here"),
        (["--remote", "origin"], "there is no remote 'origin'"),
        (["--minutes", "-1"], "--minutes -1"),
    ):
        run = course.dojo("pair", *arguments)
        assert says in run.stderr
        assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    with Watching(course, "pair", columns=110) as watching:
        watching.wait_for("Ada drives · Bo navigates · 15 min left")
        watching.press("q")
        watching.wait_for("The session stays open: dojo pair goes on with it")
        assert watching.exit_status() == 0
    end = course.dojo("pair", "--end")
    assert "5 min on 01_sums, 0 steps made green, 0 hints" in end.stdout
    assert "What went well? …" in end.stdout
    assert end.returncode == 0
    assert course.log("%an: %s") == ["Ada: 01_sums: not judged yet"]
    with Watching(course, "pair", "Ada", "Bo") as watching:
        watching.wait_for("Ada drives")
        assert course.state()["branch"] == f"{BRANCH}-2"


def test_after_a_power_cut_little_is_lost(course):
    with Watching(course, "pair", "Ada", "Bo", columns=110) as watching:
        watching.wait_for("7 min left", "judged in")
        course.later(minutes=3)
        watching.wait_for("4 min left")
        watching.until(lambda: course.state()["turn"]["seconds"] == 180, "the session's file")
        watching.process.kill()
        watching.all_gone()
    with Watching(course, "pair", columns=110) as watching:
        watching.wait_for("Ada drives · Bo navigates · 4 min left")


def test_another_kata_is_watched_and_handed_over_by_its_name(course):
    with Watching(course, "pair", "Ada", "Bo", columns=110) as watching:
        watching.verdict()
        watching.press("n")
        watching.wait_for("02_more_sums", "judged in", "Ada drives", but_not="judging")
        course.later(minutes=9)
        watching.wait_for("Bo drives")

    assert course.log() == ["02_more_sums: 0 of 3 steps, add is red"]


def test_a_hand_over_that_git_refuses_ends_nothing(course):
    git(course.folder, "checkout", "-qb", BRANCH)
    git(course.folder, "branch", "-m", "other")
    with Watching(course, "pair", "Ada", "Bo", columns=110) as watching:
        watching.verdict()
        git(course.folder, "branch", "-m", BRANCH)
        course.later(minutes=9)
        watching.wait_for("no commit:", "is checked out", "Bo drives")


@pytest.fixture
def machines(course, tmp_path):
    """Two clones of one course, and the repository that both can reach."""
    git(tmp_path, "init", "-q", "--bare", "shared.git")
    git(course.folder, "remote", "add", "origin", str(tmp_path / "shared.git"))
    git(course.folder, "push", "-q", "origin", "main")
    git(course.folder, "reset", "-q")
    git(tmp_path, "clone", "-q", "-b", "main", "shared.git", "there")
    there = Course.__new__(Pairing)
    there.folder, there._now = tmp_path / "there", START
    there.later()
    return course, there


def test_two_machines_hand_over_to_each_other(machines):
    here, there = machines
    with Watching(here, "pair", "Ada", "Bo", "--remote", "origin", columns=120) as first:
        first.verdict()
        here.write(STUB, ONE)
        first.wait_for("1 of 3 steps")
        here.later(minutes=4)
        first.wait_for("3 min left")
        first.press("w")
        first.wait_for("pushed to origin", "handed over: Bo goes on")
        here.later(minutes=60)

        with Watching(there, "pair", "--join", columns=120) as second:
            second.wait_for("Bo drives · Ada navigates · 7 min left", "1 of 3 steps")
            there.write(STUB, SOLVED_TWO)
            second.wait_for("2 of 3 steps", "judged in", but_not="judging")
            there.later(minutes=8)
            second.wait_for("within a minute at the latest")
            there.write(STUB, ADD)
            second.wait_for("Counter is green, and the time is up", "pushed to origin")

        first.press("j")
        first.wait_for("3 of 3 steps", "Ada drives · Bo navigates", but_not="handed over")
        first.press("j")
        first.wait_for("nothing new on origin")
        first.press("ey")
        first.wait_for("What went well?")
        first.press("\n\n\n")
        first.wait_for("One commit")
        first.press("n\n")
        assert first.exit_status() == 0
        seen = first.seen()

    assert "12 min on 01_sums, 3 steps made green, 0 hints" in seen
    assert (here.folder / STUB).read_text(encoding="utf-8") == ADD
    assert here.log("%an: %s")[-2:] == [
        "Bo: 01_sums: all 3 steps are green",
        "Ada: 01_sums: 1 of 3 steps, total is red",
    ]


def test_both_go_on_from_the_same_hand_over(machines):
    here, there = machines
    with Watching(here, "pair", "Ada", "Bo", "--remote", "origin", columns=140) as first:
        first.verdict()
        here.write(STUB, ONE)
        first.wait_for("1 of 3 steps")
        here.later(minutes=4)
        first.press("w")
        first.wait_for("pushed to origin")
        with Watching(there, "pair", "--join", columns=140) as second:
            second.wait_for("1 of 3 steps")
            there.write(STUB, SOLVED_TWO)
            second.wait_for("2 of 3 steps")
            there.later(minutes=4)
            second.press("w")
            second.wait_for("pushed to origin")
        here.write(STUB, ONE + "# mine\n")
        first.wait_for("Bo drives · Ada navigates · 7 min left")
        here.later(minutes=4)
        first.wait_for("3 min left")
        first.press("w")
        first.wait_for("origin has a commit on", "that is not here")
        first.press("j")
        first.wait_for("both handed over from the same state")

    assert (here.folder / STUB).read_text(encoding="utf-8") == ONE + "# mine\n"
    assert (there.folder / STUB).read_text(encoding="utf-8") == SOLVED_TWO


def alone(course):
    return ["Ada"]


def twice(course):
    return ["Ada", "ada"]


def nobody(course):
    return ["Ada", " "]


def broken_mail(course):
    return ["Ada", "Bo <bo>"]


def no_time(course):
    return ["Ada", "Bo", "--minutes", "0"]


def no_number(course):
    return ["Ada", "Bo", "--minutes", "nan"]


def names_for_a_session_that_there_is(course):
    return ["Ada", "Bo", "--join"]


def settings_for_a_session_that_is_joined(course):
    return ["--join", "--minutes", "5"]


def no_kata(course):
    return ["Ada", "Bo", "--kata", "99"]


def no_repository(course):
    shutil.rmtree(course.folder / ".git")
    return ["Ada", "Bo"]


def taken_branch(course):
    git(course.folder, "branch", BRANCH)
    return ["Ada", "Bo", "--branch", BRANCH]


def no_branch_name(course):
    return ["Ada", "Bo", "--branch", "pair/a b"]


def unknown_remote(course):
    return ["Ada", "Bo", "--remote", "origin"]


def unreachable_remote(course):
    git(course.folder, "remote", "add", "origin", str(course.folder / "nowhere.git"))
    return ["Ada", "Bo", "--remote", "origin"]


def nothing_to_go_on_with(course):
    return []


def nothing_to_end(course):
    return ["--end"]


def nowhere_to_join(course):
    return ["--join"]


def nothing_to_join(course):
    git(course.folder, "init", "-q", "--bare", "empty.git")
    git(course.folder, "remote", "add", "origin", str(course.folder / "empty.git"))
    return ["--join"]


def damaged_session(course):
    course.write(".dojo/pair.json", "{}")
    return []


@pytest.mark.parametrize(
    ("mistake", "says"),
    [
        (alone, "there is only Ada"),
        (twice, "two people need two names"),
        (nobody, "has no name"),
        (broken_mail, "is no mail address"),
        (no_time, "--minutes 0: a turn takes more than 0"),
        (no_number, "--minutes nan"),
        (names_for_a_session_that_there_is, "names are for a new session"),
        (settings_for_a_session_that_is_joined, "goes on as it was handed over"),
        (no_kata, "there is no kata '99'"),
        (no_repository, "is in no git repository"),
        (taken_branch, f"there is a branch {BRANCH} here already"),
        (no_branch_name, "is no name of a branch"),
        (unknown_remote, "there is no remote 'origin'"),
        (unreachable_remote, "nowhere.git"),
        (nothing_to_go_on_with, "dojo pair NAME NAME"),
        (nothing_to_end, "there is no session to end"),
        (nowhere_to_join, "git knows of none"),
        (nothing_to_join, "has no branch pair/"),
        (damaged_session, "could not be read"),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_what_makes_no_sense_is_one_line(course, mistake, says):
    arguments = mistake(course)
    before = (course.folder / ".git").exists() and kept(course)
    run = course.dojo("pair", *arguments)

    assert says in run.stderr
    assert run.stderr.count("\n") == 1
    assert run.returncode == 2
    assert before == ((course.folder / ".git").exists() and kept(course))


def test_without_git_it_says_so(course):
    run = course.run("pair", "Ada", "Bo", module="dojo.cli", PATH="/nowhere")

    assert run.stderr == (
        "Error: dojo pair hands over by git commits, and there is no git here — install it, then again\n"
    )
    assert run.returncode == 2
