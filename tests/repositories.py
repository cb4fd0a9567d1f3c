"""Real git repositories for the tests of hand-overs, and a fingerprint of all in them that must stay as it is."""

import os
import subprocess
from contextlib import contextmanager
from pathlib import Path

from dojo.pair.git import Repository
from dojo.pair.handover import Branch
from dojo.pair.person import Person

NAME = "pair/2026-11-23-ada-bo"
STUB, SECOND = "katas/01_sums/sums.py", "katas/02_übung mit leerzeichen/ü bung.py"
FRESH = "def add(a, b):\n    raise NotImplementedError\n"
ADA, BO = Person("Ada Lovelace", "ada@example.org"), Person("Bo", "bo@pair.invalid")


def git(folder, *words, check=True):
    """Run git as somebody who is neither Ada nor Bo and return what it wrote."""
    someone = {f"GIT_{who}_{what}": "someone@here" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = os.environ | someone | {"GIT_OPTIONAL_LOCKS": "0"}
    return subprocess.run(
        ["git", *words], cwd=folder, env=environment, capture_output=True, check=check
    ).stdout.decode()


def write(folder, name, text):
    """Write a file below a folder and return its path."""
    path = Path(folder) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def read(folder, name=STUB):
    """Return the text of a file below a folder."""
    return (Path(folder) / name).read_bytes().decode()


def make(folder, commit=True):
    """Make a repository that holds a course of two katas."""
    folder.mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    write(folder, STUB, FRESH)
    write(folder, "katas/01_sums/README.md", "# one\n")
    write(folder, SECOND, FRESH)
    write(folder, "reference/01_sums/sums.py", "def add(a, b):\n    return a + b\n")
    write(folder, ".gitignore", "*.pyc\n.dojo/\n")
    if commit:
        git(folder, "add", ".")
        git(folder, "commit", "-qm", "the course")
    return folder


def message(text="a turn"):
    """Return the message of a hand-over."""
    return f"{text}\n\nWhat was done.\n\nSession: {NAME}"


class BothStubs(Branch):
    """A branch that both stubs of `make` are handed over on."""

    def __init__(self, folder, name, remote):
        super().__init__(Repository(folder), name, remote)
        self.files = [folder / STUB, folder / SECOND]

    def hand_over(self, message, author):
        """Hand over."""
        return super().hand_over(message, author, self.files)

    def take(self, is_expendable=lambda file: False):
        """Take what was handed over."""
        return super().take(self.files, is_expendable)


def branch(folder, name=NAME, remote=None):
    """Return the branch for hand-overs in a course's folder."""
    return BothStubs(Path(folder), name, remote)


def tree(folder, revision=NAME):
    """Return path -> text of the files of a commit."""
    names = git(folder, "ls-tree", "-r", "-z", "--full-tree", "--name-only", revision).split("\0")
    return {name: git(folder, "cat-file", "blob", f"{revision}:{name}") for name in names if name}


def hand_over(folder, text, author=ADA):
    """Write the stub, hand over and push."""
    write(folder, STUB, text)
    branch(folder).hand_over(message(), author)
    branch(folder, remote="origin").push()


def is_fresh(path):
    """Return whether a file is a fresh stub."""
    return path.read_bytes().decode() == FRESH


def hook(folder, name, text="echo no, says the hook >&2; exit 1"):
    """Make a hook of a repository."""
    path = write(
        folder, f".git/hooks/{name}" if (folder / ".git").is_dir() else f"hooks/{name}", f"#!/bin/sh\n{text}\n"
    )
    path.chmod(0o755)


def fingerprint(folder, but=()):
    """Return all of a repository that a hand-over must not change.

    That is each file, below .git as well, with content and mode, but for objects, what belongs to branches pair/*, and
    FETCH_HEAD, which is git's own scratch; and what git says of all this.
    """
    top = Path(git(folder, "rev-parse", "--show-toplevel").strip())
    files = {}
    for path in sorted(top.rglob("*")):
        name = path.relative_to(top).as_posix()
        ours = name.startswith(".git/objects") or (name.startswith(".git/") and "/pair" in name)
        if path.is_dir() or ours or name in {".git/FETCH_HEAD", *but}:
            continue
        files[name] = (path.lstat().st_mode, os.readlink(path) if path.is_symlink() else path.read_bytes())
    refs = [line for line in git(top, "for-each-ref").splitlines() if "/pair/" not in line]
    told = [git(top, *words) for words in (("ls-files", "-s"), ("stash", "list"))]
    status = git(top, "status", "--porcelain=v2", "--branch", "--ignored")
    return files, refs, told, status if not but else ""


@contextmanager
def unchanged(folder, but=()):
    """See that what is done inside changes nothing, but for some files."""
    before = fingerprint(folder, but)
    yield
    assert fingerprint(folder, but) == before
