"""How the session of a pair begins, goes on and is joined."""

from __future__ import annotations

import math
import re
from pathlib import Path

from dojo import clock, course
from dojo.again.fresh import is_fresh
from dojo.course import ROOT, Kata
from dojo.errors import DojoError
from dojo.pair import logbook
from dojo.pair.branches import free_name
from dojo.pair.git import Repository
from dojo.pair.handover import Branch
from dojo.pair.person import Person
from dojo.pair.remote import PREFIX, check_remote, newest_on
from dojo.pair.turns import Session

_MOST_MINUTES = 240


class PairError(DojoError):
    """A session cannot begin or go on; the text says why."""


def begin(
    names: tuple[str, ...], kata: Kata, minutes: float, is_ping_pong: bool, branch: str, remote: str | None
) -> tuple[Session, Branch]:
    """Return a new session and its branch; nothing is written yet.

    Args:
        names: "NAME" or "NAME <MAIL>" of each, in the order of their turns.
        kata: what they begin with.
        minutes: how long a turn is, more than 0.
        is_ping_pong: whether the keyboard goes on at each green step.
        branch: where hand-overs go; "" for pair/ with the day and the names, and a number if that is taken here.
        remote: where they are pushed to, None for nowhere.

    Raises:
        PairError: one of these makes no sense.
        GitError: git refuses.
    """
    people = _people(names)
    check_minutes(minutes)
    now = clock.now()
    repository = Repository(ROOT)
    usual = f"{PREFIX}{now:%Y-%m-%d}-{'-'.join(_in_a_branch(person) for person in people)}"
    name = branch or free_name(repository, usual)
    session = Session(people, kata.name, name, minutes, is_ping_pong, remote, begun=f"{now:%Y-%m-%d %H:%M}")
    where = Branch(repository, name, remote)
    where.check_new()
    return session, where


def go_on(
    opened: Session, kata: Kata | None, minutes: float | None, is_ping_pong: bool, branch: str, remote: str | None
) -> tuple[Session, Branch]:
    """Return the session that is open here and its branch; what is given is changed.

    Raises:
        PairError: one of these makes no sense.
        GitError: there is no git, or no repository, or no such remote.
    """
    _check_same(opened, branch)
    if minutes is not None:
        check_minutes(minutes)
    opened.kata = kata.name if kata else opened.kata
    opened.minutes = minutes or opened.minutes
    opened.is_ping_pong = opened.is_ping_pong or is_ping_pong
    opened.remote = remote or opened.remote
    repository = Repository(ROOT)
    if remote:
        check_remote(repository, remote)
    return opened, Branch(repository, opened.branch, opened.remote)


def join(opened: Session | None, branch: str, remote: str | None) -> tuple[Session, Branch]:
    """Fetch what was handed over elsewhere into this checkout; return the session as its next driver finds it.

    Args:
        opened: the session that is open here, if there is one.
        branch: where the hand-overs are; "" for the newest pair/… there.
        remote: where it was pushed to; None for the only one there is.

    Raises:
        PairError: there is nothing to join, or not here.
        GitError: git refuses, or something would be lost.
    """
    repository = Repository(ROOT)
    if opened:
        _check_same(opened, branch)
        branch, remote = opened.branch, remote or opened.remote
    if remote is None:
        known = repository.run("remote").splitlines()
        if len(known) != 1:
            raise PairError(f"--remote NAME says where from: {', '.join(known) or 'git knows of none'}")
        remote = known[0]
    where = Branch(repository, branch or newest_on(repository, remote), remote)
    is_new = take(where)
    if opened and not is_new:
        return opened, where
    return read(where), where


def read(where: Branch) -> Session:
    """Return the session of a branch, as its next driver finds it.

    Raises:
        PairError: the branch holds something else.
        GitError: git refuses.
    """
    try:
        return logbook.read(where.messages(), where.name, where.remote)
    except ValueError as error:
        raise PairError(str(error)) from None


def stubs(session: Session) -> list[Path]:
    """Return what is handed over: the stubs of the katas that a session has been at."""
    return [kata.stub for kata in course.katas() if kata.name in session.katas]


def take(where: Branch) -> bool:
    """Bring what was handed over elsewhere into this checkout, and return whether that was anything new.

    Raises:
        GitError: git refuses, or something would be lost.
    """
    before = where.tip
    where.take([kata.stub for kata in course.katas()], _is_expendable)
    return where.tip != before


def _is_expendable(file: Path) -> bool:
    """Whether nothing is lost with a file: it is the stub of a kata that nobody has written into."""
    kata = course.kata_at(file)
    return kata is not None and file == kata.stub and is_fresh(kata)


def check_minutes(minutes: float) -> None:
    """Raise PairError where a turn cannot be so long."""
    if not (math.isfinite(minutes) and 0 < minutes <= _MOST_MINUTES):
        raise PairError(f"--minutes {minutes:g}: a turn takes more than 0 and at most {_MOST_MINUTES} minutes")


def _check_same(opened: Session, branch: str) -> None:
    if branch not in ("", opened.branch):
        raise PairError(f"a session on {opened.branch} is open here — dojo pair --end ends it")


def _people(names: tuple[str, ...]) -> list[Person]:
    try:
        people = [Person.parse(name) for name in names]
    except ValueError as error:
        raise PairError(str(error)) from None
    if len(people) < 2:
        raise PairError(f"a pair is two or more people, and there is only {people[0].name}: dojo pair NAME NAME")
    folded = [person.name.casefold() for person in people]
    twice = next((person.name for person in people if folded.count(person.name.casefold()) > 1), None)
    if twice:
        raise PairError(f"{twice} is here twice: two people need two names")
    return people


def _in_a_branch(person: Person) -> str:
    return "-".join(re.findall(r"\w+", person.name.casefold())) or "somebody"
