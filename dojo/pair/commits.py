"""The commits of a branch on which hand-overs are: whose, when, and where the hand-overs begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from dojo import clock
from dojo.pair.git import Repository
from dojo.pair.person import Person
from dojo.printable import printable

_TRAILER = "Session: "
_PORTION = 100


@dataclass(frozen=True)
class Commit:
    """A commit: its name, its author, when it was made and its whole message."""

    sha: str
    author: Person
    when: datetime
    message: str

    @property
    def session(self) -> str:
        """What names the session that it was handed over in, "" if it is no hand-over."""
        return session_of(self.message)

    @property
    def told(self) -> str:
        """Whose it is and how long ago, like "Bo's of 5 minutes ago"."""
        return f"{self.author.name}'s of {ago(self.when)}"


def session_of(message: str) -> str:
    """Return what a line `Session: …` says in the last paragraph of a message, "" without one."""
    paragraphs = message.replace("\r\n", "\n").strip().split("\n\n")
    lines = paragraphs[-1].splitlines() if len(paragraphs) > 1 else []
    return next((line.removeprefix(_TRAILER) for line in lines if line.startswith(_TRAILER)), "")


def ago(when: datetime) -> str:
    """Return how long ago something was: "a moment ago", "5 minutes ago", "3 days ago"."""
    seconds = (clock.now() - when) / timedelta(seconds=1)
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        number = int(seconds // size)
        if number >= 1:
            return f"{number} {unit}{'s' if number > 1 else ''} ago"
    return "a moment ago"


def commits(repository: Repository, tip: str) -> Iterator[Commit]:
    """Yield a commit and its first ancestors, the newest first."""
    how = ("--first-parent", "--no-show-signature", "--no-color", "-z", "--format=%H%n%an%n%ae%n%ct%n%B")
    for portion in count():
        skip = f"--skip={portion * _PORTION}"
        # -s: log.diffMerges and the like show no changes.
        written = repository.run("log", *how, "-s", f"--max-count={_PORTION}", skip, tip, "--")
        records = [record for record in written.split("\0") if record]
        for record in records:
            sha, name, mail, seconds, message = record.split("\n", 4)
            when = datetime.fromtimestamp(int(seconds)).astimezone()
            yield Commit(sha, Person(printable(name).strip(), printable(mail).strip()), when, message.strip("\n"))
        if len(records) < _PORTION:
            return


def commit(repository: Repository, revision: str) -> Commit:
    """Return one commit."""
    return next(commits(repository, revision))


def handovers(repository: Repository, tip: str) -> tuple[list[Commit], str | None]:
    """Return the hand-overs of the session that a branch ends with.

    Args:
        repository: where the branch is.
        tip: its last commit; commits of another kind on top of the last hand-over are passed over.

    Returns:
        The hand-overs, the oldest first, and the name of the commit they start from: None where there is none.
    """
    found: list[Commit] = []
    for each in commits(repository, tip):
        if each.session and (not found or each.session == found[-1].session):
            found.insert(0, each)
        elif found:
            return found, each.sha
    return found, None


def make_commit(
    repository: Repository,
    ref: str,
    tree: str,
    parent: str | None,
    message: str,
    author: Person,
    replaces: str | None = None,
) -> str:
    """Make a commit and let a ref name it.

    Args:
        repository: where it is made.
        ref: the whole name of the ref.
        tree: what the commit holds.
        parent: what it follows, or None.
        message: its message.
        author: who has written it, and commits it.
        replaces: what the ref must name until now; None: it must not exist.

    Returns:
        The name of the commit.

    Raises:
        GitError: somebody else was faster, a hook refused, or git did.
    """
    now = clock.now()
    someone = {"NAME": author.name, "EMAIL": author.mail, "DATE": f"@{int(now.timestamp())} {now:%z}"}
    env = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in someone.items()}
    parents = ("-p", parent) if parent else ()
    sha = repository.run("commit-tree", tree, *parents, input=f"{message.rstrip()}\n", env=env).strip()
    repository.run("update-ref", "-m", "dojo pair", ref, sha, replaces or "", env=env)
    return sha
