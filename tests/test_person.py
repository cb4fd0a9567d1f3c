"""People and their commits: what git stores is what was read."""

import shutil
from datetime import timedelta

import pytest

from dojo import clock
from dojo.pair.commits import ago, commit, session_of
from dojo.pair.git import Repository
from dojo.pair.person import Person
from tests.repositories import ADA, BO, NAME, branch, git, message

pytestmark = [
    pytest.mark.skipif(not shutil.which("git"), reason="needs git"),
    pytest.mark.usefixtures("nobodys_git"),
]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ada Lovelace <ada@example.org>", "Ada Lovelace <ada@example.org>"),
        ("  Ada   Lovelace  ", "Ada Lovelace <ada.lovelace@pair.invalid>"),
        ("Jürgen Groß", "Jürgen Groß <jurgen.gross@pair.invalid>"),
        ("Conan O'Brien Jr.", "Conan O'Brien Jr <conan.obrien.jr@pair.invalid>"),
        ("李", "李 <person.c16667ca@pair.invalid>"),
    ],
    ids=["both", "a name", "umlauts", "marks", "another script"],
)
def test_a_person_is_stored_by_git_as_it_was_read(course, text, person):
    parsed = Person.parse(text)
    branch(course).hand_over(message(), parsed)

    assert str(parsed) == person
    assert branch(course).messages()[0][0] == parsed == Person.parse(str(parsed))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "<ada@example.org>",
        "...",
        "Ada <ada>",
        "Ada <>",
        "Ada <a b@c>",
        "A<d>a <a@b>",
        "Ada\nSession: x",
        "Ada >",
        "A\udce4",
    ],
)
def test_what_is_no_person_is_told_in_one_line(text):
    with pytest.raises(ValueError, match=r"\A[^\n]+ — [^\n]+\Z"):
        Person.parse(text)


def test_a_long_session_is_read_in_portions(course):
    sha = branch(course).hand_over(message("0"), ADA)
    for number in range(1, 205):
        text = message(str(number))
        sha = git(course, "commit-tree", f"{sha}^{{tree}}", "-p", sha, "-m", text).strip()
    git(course, "update-ref", f"refs/heads/{NAME}", sha)

    assert [text for _, text in branch(course).messages()] == [message(str(number)) for number in range(205)]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("a\n\nSession: x", True),
        ("a\r\n\r\nb\r\n\r\nCo-authored-by: y\r\nSession: x\r\n", True),
        ("Session: x", False),
        ("a\n\nSession: x\n\nb", False),
        ("a\n\nA Session: x", False),
    ],
    ids=["last paragraph", "among others", "subject", "in the middle", "no line of its own"],
)
def test_a_hand_over_is_known_by_its_trailer(text, is_one):
    assert bool(session_of(text)) == is_one


def test_a_commit_is_told_with_its_age(course, monkeypatch):
    branch(course).hand_over(message(), BO)
    made = commit(Repository(course), NAME)
    monkeypatch.setattr(clock, "now", lambda: made.when + timedelta(days=3, hours=5))

    assert made.told == "Bo's of 3 days ago"
    assert ago(clock.now() + timedelta(hours=1)) == "a moment ago", "another machine's clock may be ahead"
