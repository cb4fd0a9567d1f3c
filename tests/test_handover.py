"""A hand-over, with real repositories: the stubs travel, and nothing else is touched."""

import os
import shutil

import pytest

from dojo.pair.git import GitError, Repository
from dojo.pair.person import Person
from tests.repositories import (
    ADA,
    BO,
    FRESH,
    NAME,
    SECOND,
    STUB,
    branch,
    git,
    hook,
    make,
    message,
    tree,
    unchanged,
    write,
)

pytestmark = [
    pytest.mark.skipif(not shutil.which("git"), reason="needs git"),
    pytest.mark.usefixtures("nobodys_git"),
]
needs_posix = pytest.mark.skipif(os.name == "nt", reason="hooks and links as POSIX has them")


def test_says_that_there_is_no_git(course, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(GitError, match="there is no git here — install it"):
        Repository(course)


def test_says_that_a_folder_is_in_no_repository(tmp_path):
    with pytest.raises(GitError, match=r"is in no git repository — .*git init"):
        Repository(tmp_path)


@pytest.mark.parametrize("where", ["remote.git", "ada/.git"], ids=["bare", "inside .git"])
def test_says_that_there_is_no_working_tree(clones, tmp_path, where):
    with pytest.raises(GitError, match="without a working tree"):
        Repository(tmp_path / where)


def test_passes_on_what_git_says_of_an_owner_it_does_not_trust(course, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    with pytest.raises(GitError, match=r"^git refuses .*(ownership|unsafe repository).*--add safe.directory [^\n]*$"):
        Repository(course)


def test_a_hooks_environment_leads_to_no_other_repository(course, tmp_path, monkeypatch):
    other = make(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    sha = branch(course).hand_over(message(), ADA)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name)

    assert git(course, "rev-parse", NAME).strip() == sha
    assert "pair" not in git(other, "for-each-ref")


def test_hands_over_the_stubs_and_nothing_else(course):
    write(course, STUB, "mine für 李\n")
    write(course, "katas/01_sums/notes.md", "new\n")
    write(course, "katas/01_sums/README.md", "another edition\n")
    write(course, "private.txt", "a secret\n")
    write(course, "reference/01_sums/sums.py", "changed, but not a kata\n")
    (course / SECOND).unlink()
    with unchanged(course):
        sha = branch(course).hand_over(message(), ADA)

    expected = tree(course, "main") | {STUB: "mine für 李\n"}
    del expected[SECOND]
    assert tree(course) == expected
    assert git(course, "rev-parse", f"{NAME}^").strip() == git(course, "rev-parse", "main").strip()
    assert git(course, "log", "-1", "--format=%H %an %ae %cn %ce %B", NAME).strip() == (
        f"{sha} Ada Lovelace ada@example.org Ada Lovelace ada@example.org {message()}"
    )


def test_each_hand_over_follows_the_last(course):
    branch(course).hand_over(message("one"), ADA)
    write(course, STUB, "two\n")
    with unchanged(course):
        branch(course).hand_over(message("two ü"), BO)

    assert branch(course).messages() == [(ADA, message("one")), (BO, message("two ü"))]
    assert git(course, "rev-list", "--count", f"main..{NAME}").strip() == "2"


def test_a_turn_without_a_change_is_a_commit_all_the_same(course):
    first, second = (branch(course).hand_over(message(), ADA) for _ in range(2))

    assert git(course, "rev-parse", f"{second}^").strip() == first


def test_a_message_that_would_not_be_known_again_is_refused(course):
    with unchanged(course), pytest.raises(ValueError, match="no line `Session: …`"):
        branch(course).hand_over("Session: in the subject is none", ADA)


def test_hands_over_before_the_first_commit(tmp_path):
    course = make(tmp_path / "new", commit=False)
    git(course, "add", STUB)
    with unchanged(course):
        branch(course).hand_over(message(), ADA)

    assert set(tree(course)) == {STUB, SECOND}
    assert git(course, "rev-list", "--count", NAME).strip() == "1"


def test_hands_over_on_a_detached_head(course):
    git(course, "checkout", "-q", "--detach")
    with unchanged(course):
        branch(course).hand_over(message(), ADA)

    assert branch(course).tip


def test_leaves_a_half_staged_index_as_it_is(course):
    write(course, STUB, "staged\n")
    git(course, "add", ".")
    git(course, "rm", "-q", "--cached", SECOND)
    write(course, STUB, "on the disk\n")
    write(course, ".gitignore", "# unstaged\n")
    with unchanged(course):
        branch(course).hand_over(message(), ADA)

    assert tree(course)[STUB] == "on the disk\n"
    assert tree(course)[SECOND] == FRESH


def test_hands_over_in_the_middle_of_a_merge(course):
    git(course, "checkout", "-q", "-b", "other")
    write(course, STUB, "theirs\n")
    git(course, "commit", "-qam", "theirs")
    git(course, "checkout", "-q", "main")
    write(course, STUB, "ours\n")
    git(course, "commit", "-qam", "ours")
    git(course, "merge", "-q", "other", check=False)
    with unchanged(course):
        branch(course).hand_over(message(), ADA)

    assert "<<<<<<<" in tree(course)[STUB], "what is on the disk travels"
    assert git(course, "rev-list", "--count", "--no-merges", f"main..{NAME}").strip() == "1"


@needs_posix
def test_the_hooks_of_a_commit_do_not_run(course):
    for name in ("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "post-index-change", "post-checkout"):
        hook(course, name, "touch ran; exit 1")
    with unchanged(course):
        branch(course).hand_over(message(), ADA)

    assert branch(course).tip


@needs_posix
def test_a_hook_that_watches_branches_may_refuse(course):
    hook(course, "reference-transaction")
    with unchanged(course), pytest.raises(GitError, match=r"^git update-ref: .*hook[^\n]*$"):
        branch(course).hand_over(message(), ADA)

    assert branch(course).tip is None


def test_needs_neither_a_name_nor_a_key(course):
    git(course, "config", "user.useConfigOnly", "true")
    git(course, "config", "commit.gpgSign", "true")
    git(course, "config", "gpg.program", "no-such-program")
    git(course, "config", "i18n.commitEncoding", "latin1")
    with unchanged(course):
        branch(course).hand_over(message("für 李"), Person.parse("李"))

    assert branch(course).messages()[0][1].startswith("für 李")


def test_stores_line_ends_as_git_would(course):
    for name, value in (("core.autocrlf", "true"), ("core.safecrlf", "true"), ("core.splitIndex", "true")):
        git(course, "config", name, value)
    write(course, STUB, "one\r\ntwo\r\nthree\n")
    with unchanged(course):
        branch(course).hand_over(message(), ADA)

    assert tree(course)[STUB] == "one\ntwo\nthree\n"


def test_a_course_in_a_folder_of_a_larger_repository(tmp_path):
    top = tmp_path / "schule"
    course = make(top / "kurs [eins] für*alle")
    shutil.rmtree(course / ".git")
    write(top, "grades.txt", "secret\n")
    write(top, "katas/other.py", "another course's\n")
    git(top, "init", "-q", "-b", "main")
    git(top, "commit", "-q", "--allow-empty", "-m", "empty")
    with unchanged(course):
        branch(course).hand_over(message(), ADA)

    assert set(tree(top)) == {f"kurs [eins] für*alle/{name}" for name in (STUB, SECOND)}


def test_refuses_while_the_branch_is_checked_out(course, tmp_path):
    branch(course).hand_over(message(), ADA)
    git(course, "checkout", "-q", NAME)
    with unchanged(course), pytest.raises(GitError, match=r"is checked out in .*git switch -"):
        branch(course).hand_over(message(), ADA)
    git(course, "checkout", "-q", "main")
    git(course, "worktree", "add", "-q", str(tmp_path / "second"), NAME)

    with pytest.raises(GitError, match=r"is checked out in .*second.*git switch -"):
        branch(course).hand_over(message(), ADA)


@pytest.mark.parametrize(
    ("taken", "name", "said"),
    [
        (NAME, NAME, "there is a branch .* here already"),
        ("pair", NAME, "the branch pair here leaves no room"),
        (f"{NAME}/more", NAME, "the branch .*/more here leaves no room"),
        ("other", "pair/two words", "no name of a branch"),
        ("other", "-d", "no name of a branch"),
        ("other", "pair/x.lock", "no name of a branch"),
    ],
    ids=["exists", "pair is a branch", "is a folder", "a space", "an option", "lock"],
)
def test_says_why_a_branch_cannot_be_made(course, taken, name, said):
    git(course, "branch", taken)

    with unchanged(course), pytest.raises(GitError, match=said):
        branch(course, name).check_new()


def test_a_free_name_is_free(clones):
    with unchanged(clones[0]):
        branch(clones[0], remote="origin").check_new()


@pytest.mark.parametrize(("taken", "said"), [(NAME, "on origin already"), ("pair", "on origin leaves no room")])
def test_a_name_is_taken_on_the_remote(clones, tmp_path, taken, said):
    git(tmp_path / "remote.git", "branch", taken, "main")

    with unchanged(clones[0]), pytest.raises(GitError, match=said):
        branch(clones[0], remote="origin").check_new()


def test_an_unknown_remote_is_told_with_those_there_are(clones, course):
    for folder, said in ((clones[0], "there is origin"), (course, "there is none")):
        for do in ("check_new", "push", "take"):
            with unchanged(folder), pytest.raises(GitError, match=f"no remote 'upstream' .* — {said}"):
                getattr(branch(folder, remote="upstream"), do)()


@pytest.mark.parametrize("do", ["check_new", "push", "take"])
def test_a_remote_that_cannot_be_reached_is_told_in_one_line(clones, do):
    ada, _ = clones
    branch(ada).hand_over(message(), ADA)
    git(ada, "remote", "set-url", "origin", "/no/such/place")
    at = branch(ada, NAME if do != "check_new" else "pair/new", remote="origin")

    with unchanged(ada), pytest.raises(GitError, match=r"^[^\n]*/no/such/place[^\n]*$"):
        getattr(at, do)()


def test_squash_makes_one_commit_of_all(course):
    for text, author in (("one\n", ADA), ("two\n", BO)):
        write(course, STUB, text)
        branch(course).hand_over(message(), author)
    tip = branch(course).tip
    with unchanged(course):
        name = branch(course).squash("Sums\n\nCo-authored-by: Bo <bo@pair.invalid>", ADA)

    assert name == f"{NAME}-squashed"
    assert tree(course, name) == tree(course)
    assert git(course, "rev-parse", f"{name}^") == git(course, "rev-parse", "main")
    assert git(course, "log", "-1", "--format=%an %s", name).strip() == "Ada Lovelace Sums"
    assert branch(course).tip == tip
    with unchanged(course), pytest.raises(GitError, match=r"already — rename it: git branch -m"):
        branch(course).squash("again", ADA)


def test_there_is_nothing_to_squash(course):
    git(course, "branch", NAME)

    for name in (NAME, "pair/none"):
        with unchanged(course), pytest.raises(GitError, match="holds no hand-over — hand over first"):
            branch(course, name).squash("all", ADA)
        assert branch(course, name).messages() == []


@needs_posix
def test_a_stub_that_lies_elsewhere_is_told(course, tmp_path):
    shutil.move(course / "katas/01_sums", tmp_path / "elsewhere")
    (course / "katas/01_sums").symlink_to(tmp_path / "elsewhere")
    with unchanged(course), pytest.raises(GitError, match=r"sums\.py lies outside of "):
        branch(course).hand_over(message(), ADA)


def test_a_folder_in_the_place_of_a_stub_is_no_stub(course):
    (course / STUB).unlink()
    write(course, f"{STUB}/inner.py", "inner\n")
    with unchanged(course):
        branch(course).hand_over(message(), ADA)

    assert STUB not in tree(course)


def test_an_ignored_stub_is_handed_over(tmp_path):
    course = make(tmp_path / "new", commit=False)
    write(course, ".gitignore", "katas/\n")
    with unchanged(course):
        branch(course).hand_over(message(), ADA)

    assert set(tree(course)) == {STUB, SECOND}


def test_the_hand_overs_of_an_earlier_session_are_no_part_of_this_one(course):
    branch(course).hand_over(message(), ADA)
    git(course, "update-ref", "refs/heads/main", NAME)
    later = branch(course, "pair/later")
    later.hand_over(message().replace(NAME, "later"), BO)

    assert [author for author, _ in later.messages()] == [BO]
    assert git(course, "rev-parse", f"{later.squash('all', BO)}^").strip() == branch(course).tip
