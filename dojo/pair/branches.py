"""Which names of branches are free, and which branches are in use."""

from __future__ import annotations

from pathlib import Path

from dojo.pair.git import GitError, Repository
from dojo.pair.remote import branches_of


def check_free(repository: Repository, name: str, remote: str | None = None) -> None:
    """See that a branch of this name can be made, here and on a remote. Changes nothing.

    Raises:
        GitError: the name is no name of a branch or is taken, or the remote is unknown or cannot be reached.
    """
    if name.startswith("-") or repository.ask("check-ref-format", f"refs/heads/{name}").returncode:
        raise GitError(f"{name!r} is no name of a branch — letters, digits, - and / make one: pair/ada-bo")
    _check_room(name, _branches_here(repository), "here")
    if remote:
        _check_room(name, branches_of(repository, remote), f"on {remote}")


def check_not_checked_out(repository: Repository, name: str) -> None:
    """See that no working tree is on a branch, whose index would then seem to undo a hand-over.

    Raises:
        GitError: one is; which, and what to do.
    """
    for block in repository.run("worktree", "list", "--porcelain").split("\n\n"):
        lines = block.splitlines()
        where = lines[0].removeprefix("worktree ") if lines else ""
        if f"branch refs/heads/{name}" in lines and Path(where).is_dir():
            raise GitError(
                f"{name} is checked out in {where}, where a hand-over would look undone — "
                "go back to another branch there: git switch -"
            )


def free_name(repository: Repository, name: str) -> str:
    """Return a name that no branch here has: this one, or with a number at its end."""
    taken = _branches_here(repository)
    return next(each for each in (name, *(f"{name}-{number}" for number in range(2, 1000))) if each not in taken)


def _branches_here(repository: Repository) -> list[str]:
    refs = repository.run("for-each-ref", "--format=%(refname)", "refs/heads").splitlines()
    return [ref.removeprefix("refs/heads/") for ref in refs]


def _check_room(name: str, branches: list[str], where: str) -> None:
    for other in branches:
        if other == name:
            on = "dojo pair --join goes on with it, or " if where != "here" else ""
            raise GitError(f"there is a branch {other} {where} already — {on}--branch NAME takes another")
        if other.startswith(f"{name}/") or name.startswith(f"{other}/"):
            raise GitError(f"the branch {other} {where} leaves no room for {name} — choose another name")
