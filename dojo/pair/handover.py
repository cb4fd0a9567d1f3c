"""A branch for hand-overs: a commit each, made and taken beside the learner's index, HEAD and other branches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dojo.pair.arrival import Arrival
from dojo.pair.branches import check_free, check_not_checked_out, free_name
from dojo.pair.commits import Commit, commit, handovers, make_commit, session_of
from dojo.pair.git import GitError, Repository, reason
from dojo.pair.person import Person
from dojo.pair.remote import SQUASHED, check_remote, fetch
from dojo.pair.snapshot import tree_with


class DivergedError(GitError):
    """Two have handed over from the same state; the text says who and what to do."""


class Branch:
    """The branch that one pair hands over on.

    Args:
        repository: the repository around the course.
        name: the name of the branch, like "pair/2026-11-23-ada-bo".
        remote: the name of the remote that the others are reached by; None where all use this working tree.
    """

    def __init__(self, repository: Repository, name: str, remote: str | None = None):
        self.repository, self.name, self.remote = repository, name, remote
        self._ref = f"refs/heads/{name}"

    @property
    def tip(self) -> str | None:
        """The last commit of the branch here, None where there is no such branch."""
        return self.repository.commit_at(self._ref)

    def check_new(self) -> None:
        """See that the branch can be made, here and on the remote. Changes nothing.

        Raises:
            GitError: the name is no name of a branch or is taken, or the remote is unknown or cannot be reached.
        """
        check_free(self.repository, self.name, self.remote)

    def hand_over(self, message: str, author: Person, files: list[Path]) -> str:
        """Commit files as they are on the disk onto the branch, which the first hand-over makes.

        Args:
            message: a subject, and in its last paragraph a line `Session: …`.
            author: who hands over.
            files: what is handed over; nothing else travels, and the rest of the commit is as it was before.

        Returns:
            The name of the commit.

        Raises:
            GitError: git refused, a hook refused, or the branch is checked out.
            ValueError: the message has no such line.
        """
        if not session_of(message):
            raise ValueError(f"{message!r} has no line `Session: …` in its last paragraph — hand-overs are known by it")
        check_not_checked_out(self.repository, self.name)
        tip = self.tip
        parent = tip or self.repository.commit_at("HEAD")
        tree = tree_with(self.repository, files, parent)
        return make_commit(self.repository, self._ref, tree, parent, message, author, replaces=tip)

    def push(self) -> None:
        """Send the branch to the remote, never by force; without a remote there is nothing to do.

        Raises:
            DivergedError: the remote has a hand-over that is not here.
            GitError: the remote is unknown, cannot be reached or refused, or a hook refused.
        """
        if not self.remote:
            return
        check_remote(self.repository, self.remote)
        how = ("--porcelain", "--no-follow-tags", "--recurse-submodules=no")
        asked = self.repository.ask("push", *how, self.remote, f"{self._ref}:{self._ref}", far=True)
        if asked.returncode == 0:
            return
        if "\n!" in asked.stdout:  # the remote was reached, and said no
            theirs = self._theirs()
            if theirs and not self.repository.is_ancestor(theirs.sha, self._ref):
                raise DivergedError(
                    f"{self.remote} has a commit on {self.name} that is not here, {theirs.told} — "
                    "dojo pair --join says how to go on"
                )
        why = asked.stdout.partition("\n!")[2].partition("\n")[0].rpartition("\t")[2]
        told = "; ".join(filter(None, (reason(asked.stderr), why)))
        raise GitError(f"git push {self.remote} {self.name}: {told} — the hand-over is kept here, push again later")

    def take(self, files: list[Path], is_expendable: Callable[[Path], bool] = lambda file: False) -> list[str]:
        """Bring what was handed over elsewhere into this working tree, all of it or nothing.

        Args:
            files: those that may have been handed over; nothing else is brought.
            is_expendable: whether a file on the disk may go although it was never handed over, as a fresh stub may.

        Returns:
            The paths that changed, from the course's folder; none where nothing is new.

        Raises:
            DivergedError: something else was handed over here meanwhile.
            GitError: a text would be lost, the branch is checked out or not on the remote, or git refused.
        """
        theirs = self._theirs() if self.remote else None
        ours = self.tip
        if not theirs and (ours or not self.remote):
            return []
        if not theirs:
            raise GitError(f"{self.remote} has no branch {self.name} — is its name right, and was it handed over on?")
        if ours and self.repository.is_ancestor(theirs.sha, ours):
            return []
        check_not_checked_out(self.repository, self.name)
        if ours and not self.repository.is_ancestor(ours, theirs.sha):
            mine = free_name(self.repository, f"{self.name}-mine")
            raise DivergedError(
                f"both handed over from the same state: {self.name} is {commit(self.repository, ours).told} here "
                f"and {theirs.told} on {self.remote}; nothing was changed — keep yours, "
                f"git branch -m {self.name} {mine}, then dojo reset KATA, and dojo pair --join"
            )
        found, base = handovers(self.repository, theirs.sha)
        if not found:
            raise GitError(f"{self.name} on {self.remote} holds no hand-over — name a branch that a pair works on")
        arrival = Arrival(self.repository, files, base, ours or base, theirs.sha)
        changed = arrival.write(arrival.check(is_expendable))
        self.repository.run("update-ref", "-m", "dojo pair: taken", self._ref, theirs.sha, ours or "")
        return changed

    def messages(self) -> list[tuple[Person, str]]:
        """Return author and message of the hand-overs, the oldest first."""
        return [(each.author, each.message) for each in (handovers(self.repository, self.tip)[0] if self.tip else [])]

    def squash(self, message: str, author: Person) -> str:
        """Make a branch whose one commit holds all hand-overs; this one stays.

        Returns:
            Its name.

        Raises:
            GitError: there is nothing to squash, there is such a branch, or git refused.
        """
        name = f"{self.name}{SQUASHED}"
        tip = self.tip
        found, base = handovers(self.repository, tip) if tip else ([], None)
        if not found:
            raise GitError(f"{self.name} holds no hand-over — hand over first")
        if self.repository.commit_at(f"refs/heads/{name}"):
            raise GitError(f"there is a branch {name} already — rename it: git branch -m {name} ANOTHER")
        make_commit(self.repository, f"refs/heads/{name}", f"{tip}^{{tree}}", base, message, author)
        return name

    def _theirs(self) -> Commit | None:
        there = fetch(self.repository, self.remote, self.name)
        return commit(self.repository, f"refs/remotes/{self.remote}/{self.name}") if there else None
