"""Asks another repository for its branches, and fetches them without touching a branch of the learner's."""

from __future__ import annotations

from dojo.pair.commits import Commit, commit
from dojo.pair.git import GitError, Repository, reason

# The branch that `squash` makes is named like the one it is made of.
SQUASHED = "-squashed"
# What the names of branches begin with that nobody has named otherwise.
PREFIX = "pair/"


def check_remote(repository: Repository, remote: str) -> None:
    """See that a remote is configured.

    Raises:
        GitError: it is not; which there are.
    """
    known = repository.run("remote").splitlines()
    if remote not in known:
        there = f"there is {', '.join(known)}" if known else "there is none; git remote add makes one"
        raise GitError(f"there is no remote {remote!r} in {repository.folder} — {there}")


def branches_of(repository: Repository, remote: str, pattern: str = "") -> list[str]:
    """Return the names of the branches that a remote has now.

    Args:
        repository: the repository.
        remote: the name of the remote.
        pattern: what they match; without it, all.

    Raises:
        GitError: the remote is not configured, or cannot be reached.
    """
    check_remote(repository, remote)
    patterns = [f"refs/heads/{pattern}"] if pattern else []
    listed = repository.run("ls-remote", "--heads", remote, *patterns, far=True)
    return [line.split("\t")[1].removeprefix("refs/heads/") for line in listed.splitlines()]


def fetch(repository: Repository, remote: str, pattern: str) -> bool:
    """Fetch branches into refs/remotes/REMOTE, whatever the remote's refspec says, and nothing else.

    Args:
        repository: the repository.
        remote: the name of the remote.
        pattern: the name of a branch, or one with a * for the rest.

    Returns:
        Whether the remote has such a branch.

    Raises:
        GitError: the remote is not configured, or cannot be reached.
    """
    check_remote(repository, remote)
    how = ("--quiet", "--no-tags", "--no-prune", "--no-recurse-submodules", "--refmap=")
    refspec = f"+refs/heads/{pattern}:refs/remotes/{remote}/{pattern}"
    config = {"fetch.writeCommitGraph": "false"}
    asked = repository.ask("fetch", *how, remote, refspec, config=config, far=True)
    if asked.returncode and "couldn't find remote ref" in asked.stderr:
        return False
    if asked.returncode:
        raise GitError(f"git fetch {remote}: {reason(asked.stderr)}")
    return True


def pair_branches_on(repository: Repository, remote: str) -> list[tuple[str, Commit]]:
    """Fetch the branches of hand-overs that a remote has now.

    Args:
        repository: the repository.
        remote: the name of the remote.

    Returns:
        Name and last commit of each, the newest first; squashed ones are none of them.

    Raises:
        GitError: the remote is not configured, or cannot be reached.
    """
    names = [name for name in branches_of(repository, remote, f"{PREFIX}*") if not name.endswith(SQUASHED)]
    if names:
        fetch(repository, remote, f"{PREFIX}*")
    tips = [(name, commit(repository, f"refs/remotes/{remote}/{name}")) for name in names]
    return sorted([each for each in tips if each[1].session], key=lambda each: each[1].when, reverse=True)


def newest_on(repository: Repository, remote: str) -> str:
    """Return the name of the branch on a remote that was handed over on last.

    Raises:
        GitError: there is none, or the remote is not configured, or cannot be reached.
    """
    found = pair_branches_on(repository, remote)
    if not found:
        raise GitError(
            f"{remote} has no branch {PREFIX}… with a hand-over — whoever begins must have handed over first"
        )
    return found[0][0]
