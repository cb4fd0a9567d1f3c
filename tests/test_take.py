"""Two clones hand over to each other: nothing is lost, and what would be is refused before anything is changed."""

import os
import re
import shutil
from datetime import timedelta

import pytest

from dojo import clock
from dojo.pair import arrival
from dojo.pair.commits import handovers
from dojo.pair.git import GitError, Repository
from dojo.pair.handover import DivergedError
from dojo.pair.remote import newest_on, pair_branches_on
from tests.repositories import (
    ADA,
    BO,
    FRESH,
    NAME,
    SECOND,
    STUB,
    branch,
    git,
    hand_over,
    is_fresh,
    make,
    message,
    read,
    unchanged,
    write,
)

pytestmark = [
    pytest.mark.skipif(not shutil.which("git"), reason="needs git"),
    pytest.mark.usefixtures("nobodys_git"),
]


def test_ten_turns_each_and_nothing_is_lost(clones):
    ada, bo = clones
    texts = []
    for turn in range(20):
        folder, author = ((ada, ADA), (bo, BO))[turn % 2]
        with unchanged(folder, but=[STUB]):
            changed = branch(folder, remote="origin").take(is_fresh) if turn else []
        assert changed == ([STUB] if turn else [])
        assert read(folder) == (texts[-1] if turn else FRESH)
        texts.append(read(folder).replace(FRESH, "") + f"turn {turn} für {author.name}\n")
        write(folder, STUB, texts[-1])
        with unchanged(folder):
            branch(folder).hand_over(message(f"turn {turn}"), author)
            branch(folder, remote="origin").push()
    branch(ada, remote="origin").take()

    for folder in clones:
        found, base = handovers(Repository(folder), NAME)
        assert [git(folder, "show", f"{each.sha}:{STUB}") for each in found] == texts
        assert base == git(folder, "rev-parse", "main").strip()
        assert read(folder) == texts[-1]
        assert [author for author, _ in branch(folder).messages()] == [ADA, BO] * 10
        git(folder, "fsck", "--strict")


def test_the_first_hand_over_of_all_goes_to_an_empty_remote(tmp_path):
    git(tmp_path, "init", "-q", "--bare", "remote.git")
    ada, bo = (make(tmp_path / name, commit=False) for name in ("ada", "bo"))
    for folder in (ada, bo):
        git(folder, "remote", "add", "origin", str(tmp_path / "remote.git"))
    branch(ada, remote="origin").check_new()
    hand_over(ada, "ada's\n")
    with unchanged(bo, but=[STUB]):
        assert STUB in branch(bo, remote="origin").take(is_fresh)

    assert read(bo) == "ada's\n"


def test_take_brings_new_and_deleted_stubs_and_nothing_else(clones):
    ada, bo = clones
    (ada / SECOND).unlink()
    write(ada, "katas/01_sums/notes.md", "ada's own\n")
    hand_over(ada, "ada's\n")
    with unchanged(bo, but=[STUB, SECOND]):
        assert branch(bo, remote="origin").take(is_fresh) == [STUB, SECOND]
    assert not (bo / SECOND).exists()
    write(bo, SECOND, "bo's\n")
    hand_over(bo, "bo's, too\n", BO)

    assert branch(ada, remote="origin").take() == [STUB, SECOND]
    assert (read(ada), read(ada, SECOND)) == ("bo's, too\n", "bo's\n")


def test_what_a_commit_by_hand_brings_besides_stays_away(clones):
    ada, bo = clones
    branch(ada).hand_over(message(), ADA)
    git(ada, "checkout", "-q", NAME)
    write(ada, "conftest.py", "import os\n")
    write(ada, STUB, "ada's\n")
    git(ada, "add", ".")
    git(ada, "commit", "-qm", f"by hand\n\nSession: {NAME}")
    git(ada, "push", "-q", "origin", NAME)
    with unchanged(bo, but=[STUB]):
        branch(bo, remote="origin").take(is_fresh)

    assert read(bo) == "ada's\n"


def test_take_twice_changes_nothing_more(clones):
    ada, bo = clones
    hand_over(ada, "ada's\n")
    branch(bo, remote="origin").take(is_fresh)
    write(bo, STUB, "bo goes on\n")

    with unchanged(bo):
        assert branch(bo, remote="origin").take() == []


def test_there_is_nothing_to_take_before_the_first_push_nor_without_a_remote(clones):
    ada, _ = clones
    branch(ada).hand_over(message(), ADA)

    with unchanged(ada):
        assert branch(ada, remote="origin").take() == []
        assert branch(ada).take() == []
        branch(ada).push()


def test_take_says_that_there_is_no_such_branch(clones):
    with unchanged(clones[1]), pytest.raises(GitError, match=r"origin has no branch pair/.* — is its name right"):
        branch(clones[1], remote="origin").take()


def test_take_says_that_a_branch_holds_no_hand_over(clones):
    git(clones[0], "push", "-q", "origin", "main:pair/none")

    with unchanged(clones[1]), pytest.raises(GitError, match="pair/none on origin holds no hand-over"):
        branch(clones[1], "pair/none", remote="origin").take()


@pytest.mark.parametrize("known", [True, False], ids=["at the second time", "at the first"])
def test_take_refuses_where_a_text_would_be_lost(clones, known):
    ada, bo = clones
    hand_over(ada, "ada's\n")
    if known:
        branch(bo, remote="origin").take(is_fresh)
    write(ada, SECOND, "comes, too\n")
    hand_over(ada, "ada's second\n")
    write(bo, STUB, "bo's own, never handed over\n")
    tip = branch(bo).tip
    with unchanged(bo), pytest.raises(GitError) as error:
        branch(bo, remote="origin").take(is_fresh)

    assert str(error.value) == (
        f"{STUB} was edited here and not handed over; nothing was changed — "
        "dojo reset 01_sums keeps it, then dojo pair --join again"
    )
    assert branch(bo).tip == tip
    write(bo, STUB, FRESH)  # as dojo reset does
    assert branch(bo, remote="origin").take(is_fresh) == [STUB, SECOND]
    assert read(bo) == "ada's second\n"


def test_take_refuses_where_a_stub_was_deleted(clones):
    ada, bo = clones
    hand_over(ada, "ada's\n")
    (bo / STUB).unlink()

    with unchanged(bo), pytest.raises(GitError, match=r"sums.py was deleted here; nothing was changed — [^\n]*$"):
        branch(bo, remote="origin").take()


def test_what_any_hand_over_holds_may_be_replaced(clones):
    ada, bo = clones
    for text in ("first\n", "second\n", "third\n"):
        hand_over(ada, text)
    write(bo, STUB, "second\n")

    assert branch(bo, remote="origin").take() == [STUB]


def test_line_ends_are_no_edit(clones):
    ada, bo = clones
    hand_over(ada, "one\ntwo\n")
    git(bo, "config", "core.autocrlf", "true")
    write(bo, STUB, FRESH.replace("\n", "\r\n"))
    branch(bo, remote="origin").take()

    assert read(bo) == "one\r\ntwo\r\n"


@pytest.mark.parametrize("when", ["between two files", "before the branch is moved"])
def test_take_after_a_crash_finishes(clones, monkeypatch, when):
    ada, bo = clones
    write(ada, SECOND, "second\n")
    hand_over(ada, "ada's\n")
    calls = []

    def crash(source, target, replace=os.replace):
        if calls:
            raise KeyboardInterrupt
        calls.append(target)
        replace(source, target)

    def crash_at_the_end(self, *words, run=Repository.run, **how):
        if words[0] == "update-ref":
            raise KeyboardInterrupt
        return run(self, *words, **how)

    with monkeypatch.context() as patch:
        if when == "between two files":
            patch.setattr(arrival.os, "replace", crash)
        else:
            patch.setattr(Repository, "run", crash_at_the_end)
        with pytest.raises(KeyboardInterrupt):
            branch(bo, remote="origin").take(is_fresh)
    assert branch(bo).tip is None

    assert branch(bo, remote="origin").take() == [STUB, SECOND]
    assert (read(bo), read(bo, SECOND)) == ("ada's\n", "second\n")
    assert branch(bo).tip == branch(ada).tip


def test_a_file_that_is_saved_at_the_very_moment_stays(clones, monkeypatch):
    ada, bo = clones
    hand_over(ada, "ada's\n")

    def check(self, is_expendable, real=arrival.Arrival.check):
        looked_at = real(self, is_expendable)
        write(bo, STUB, "saved just now\n")
        return looked_at

    with monkeypatch.context() as patch:
        patch.setattr(arrival.Arrival, "check", check)
        with pytest.raises(GitError, match=r"sums\.py: it was saved just now; .* again"):
            branch(bo, remote="origin").take(is_fresh)

    assert read(bo) == "saved just now\n"
    with pytest.raises(GitError, match="was edited here"):
        branch(bo, remote="origin").take(is_fresh)


def test_a_file_that_cannot_be_written_is_told(clones, monkeypatch):
    ada, bo = clones
    hand_over(ada, "ada's\n")

    def refuse(source, target):
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(arrival.os, "replace", refuse)
    with unchanged(bo), pytest.raises(GitError, match=r"sums\.py: Permission denied; .* dojo pair --join again"):
        branch(bo, remote="origin").take(is_fresh)


def test_take_refuses_while_the_branch_is_checked_out(clones):
    ada, bo = clones
    hand_over(ada, "one\n")
    branch(bo, remote="origin").take(is_fresh)
    hand_over(ada, "two\n")
    git(bo, "checkout", "-q", "-f", NAME)

    with unchanged(bo), pytest.raises(GitError, match="is checked out in"):
        branch(bo, remote="origin").take()


def test_a_push_onto_anothers_hand_over_says_whose_it_is(clones):
    ada, bo = clones
    hand_over(ada, "ada's\n")
    write(bo, STUB, "bo's\n")
    branch(bo).hand_over(message(), BO)
    with unchanged(bo), pytest.raises(DivergedError) as error:
        branch(bo, remote="origin").push()

    assert str(error.value) == (
        f"origin has a commit on {NAME} that is not here, Ada Lovelace's of a moment ago — "
        "dojo pair --join says how to go on"
    )
    assert branch(ada).tip == git(ada, "ls-remote", "origin", NAME).split()[0]


def test_the_way_out_of_diverged_hand_overs_works(clones):
    ada, bo = clones
    hand_over(ada, "ada's\n")
    write(bo, STUB, "bo's\n")
    branch(bo).hand_over(message(), BO)
    tip = branch(bo).tip
    git(bo, "branch", f"{NAME}-mine")
    with unchanged(bo), pytest.raises(DivergedError) as error:
        branch(bo, remote="origin").take(is_fresh)
    said = str(error.value)
    assert f"{NAME} is Bo's of a moment ago here and Ada Lovelace's of a moment ago on origin; nothing was" in said
    assert branch(bo).tip == tip

    git(bo, *re.search(r"git (branch -m \S+ [^\s,]+)", said)[1].split())
    write(bo, STUB, FRESH)  # as dojo reset does
    with unchanged(bo, but=[STUB]):
        assert branch(bo, remote="origin").take(is_fresh) == [STUB]
    assert git(bo, "show", f"{NAME}-mine-2:{STUB}") == "bo's\n"
    hand_over(bo, "both\n", BO)
    assert branch(ada, remote="origin").take() == [STUB]


def test_whoever_is_faster_is_not_overwritten(course, monkeypatch):
    slow = branch(course)
    asked = []

    def run(self, *words, real=Repository.run, **how):
        if words[0] == "commit-tree" and not asked:
            asked.append(words)
            branch(course).hand_over(message("the fast one"), BO)
        return real(self, *words, **how)

    monkeypatch.setattr(Repository, "run", run)
    with pytest.raises(GitError, match="git update-ref"):
        slow.hand_over(message("the slow one"), ADA)

    assert [author for author, _ in branch(course).messages()] == [BO]


def test_the_newest_branch_is_the_one_that_was_handed_over_on_last(clones, monkeypatch):
    ada, bo = clones
    git(bo, "config", "remote.origin.fetch", "+refs/heads/main:refs/remotes/origin/main")
    now = clock.now()
    for hours, name in ((3, "pair/old"), (1, "pair/new"), (2, "pair/older")):
        monkeypatch.setattr(clock, "now", lambda hours=hours: now - timedelta(hours=hours))
        branch(ada, name).hand_over(message(name), ADA)
        branch(ada, name, "origin").push()
    monkeypatch.setattr(clock, "now", lambda: now)
    squashed = branch(ada, "pair/new").squash("all", ADA)
    git(ada, "push", "-q", "origin", squashed, "main:pair/without-any")
    git(ada, "tag", "v1")
    git(ada, "push", "-q", "origin", "v1")
    with unchanged(bo):
        assert newest_on(Repository(bo), "origin") == "pair/new"

    found = pair_branches_on(Repository(bo), "origin")
    assert [(name, each.told) for name, each in found] == [
        ("pair/new", "Ada Lovelace's of 1 hour ago"),
        ("pair/older", "Ada Lovelace's of 2 hours ago"),
        ("pair/old", "Ada Lovelace's of 3 hours ago"),
    ]


def test_there_is_no_branch_to_join(clones):
    with unchanged(clones[1]), pytest.raises(GitError, match="origin has no branch pair/… with a hand-over"):
        newest_on(Repository(clones[1]), "origin")


def test_a_branch_that_is_gone_on_the_remote_is_none_to_join(clones, tmp_path):
    ada, bo = clones
    hand_over(ada, "ada's\n")
    assert newest_on(Repository(bo), "origin") == NAME
    git(tmp_path / "remote.git", "branch", "-D", NAME)

    with pytest.raises(GitError, match="has no branch"):
        newest_on(Repository(bo), "origin")


def test_a_commit_on_top_of_a_hand_over_does_not_hide_it(clones):
    ada, bo = clones
    hand_over(ada, "ada's\n")
    git(ada, "checkout", "-q", "-f", NAME)
    write(ada, STUB, "committed by hand\n")
    git(ada, "commit", "-qam", "by hand")
    git(ada, "push", "-q", "origin", NAME)
    branch(bo, remote="origin").take(is_fresh)

    assert read(bo) == "committed by hand\n"
    assert len(branch(bo).messages()) == 1
