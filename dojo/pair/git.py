"""Runs git's command line for one repository: nothing waits for a person, and a refusal is one line."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from dojo.errors import DojoError
from dojo.pair import timed
from dojo.printable import printable

NETWORK_SECONDS = 30
LOCAL_SECONDS = 120

# What a hook or an alias of git leaves in the environment: it would lead to another repository than the folder's.
_ASTRAY = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_CONFIG"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH", "GIT_IMPLICIT_WORK_TREE"),
    *("GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS"),
    *("GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
)
_SETTINGS = {
    "i18n.commitEncoding": "UTF-8",
    "i18n.logOutputEncoding": "UTF-8",
    # All three would leave a process behind.
    "gc.auto": "0",
    "maintenance.auto": "false",
    "core.fsmonitor": "false",
}
_NO_REASON = (
    "hint:",
    "warning:",
    "Warning:",
    "To ",
    "From ",
    "fatal: Could not read from remote",
    "error: failed to push",
)


class GitError(DojoError):
    """What git refused, and what to do where that is known: one line for a person."""


class Repository:
    """The git repository around a folder.

    Args:
        folder: a folder in the working tree of a repository, not necessarily its uppermost.

    Raises:
        GitError: git is not installed, the folder is in no repository or in one without a working tree, or git
            refuses to look at it.
    """

    def __init__(self, folder: Path):
        if not shutil.which("git"):
            raise GitError("dojo pair hands over by git commits, and there is no git here — install it, then again")
        if not folder.is_dir():
            raise GitError(f"{folder} is no folder — name the folder of a course")
        self.folder = folder  # the uppermost folder of the working tree, as soon as that is known
        asked = self.ask("rev-parse", "--is-inside-work-tree")
        if "not a git repository" in asked.stderr:
            raise GitError(
                f"dojo pair hands over by git commits, and {folder} is in no git repository — "
                "clone the course with git, or make it one: git init"
            )
        if asked.returncode:
            trust = f" — if you trust it: git config --global --add safe.directory {folder}"
            raise GitError(
                f"git refuses {folder}: {reason(asked.stderr)}{trust if 'safe.directory' in asked.stderr else ''}"
            )
        if asked.stdout.strip() != "true":
            raise GitError(f"{folder} is in a git repository without a working tree — clone it, and go there")
        self._course = folder.resolve()
        self.folder = Path(self.run("rev-parse", "--show-toplevel").removesuffix("\n")).resolve()

    def run(self, *words: str, **how) -> str:
        """Run git in the uppermost folder of the working tree.

        Args:
            words: the command and its arguments.
            how: as for `ask`.

        Returns:
            What it wrote.

        Raises:
            GitError: it failed, with the reason that git gave, or took too long.
        """
        asked = self.ask(*words, **how)
        if asked.returncode:
            raise GitError(f"git {words[0]}: {reason(asked.stderr) or f'it ended with status {asked.returncode}'}")
        return asked.stdout

    def ask(
        self,
        *words: str,
        input: str = "",
        env: dict[str, str] | None = None,
        config: dict[str, str] | None = None,
        far: bool = False,
    ) -> subprocess.CompletedProcess[str]:
        """Run git, whether it succeeds or fails.

        Args:
            words: the command and its arguments.
            input: what it reads.
            env: what is added to the environment.
            config: what is set for this run alone.
            far: another machine is asked, perhaps: it gets less time, and nothing asks for a password.

        Returns:
            The finished process.

        Raises:
            GitError: it took too long and was ended.
        """
        environment = _environment() | (env or {})
        if far and not {"GIT_SSH", "GIT_SSH_COMMAND"} & set(environment) and not self._has_ssh_command():
            environment["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes"
        settings = [word for name, value in (_SETTINGS | (config or {})).items() for word in ("-c", f"{name}={value}")]
        seconds = NETWORK_SECONDS if far else LOCAL_SECONDS
        try:
            return timed.run(["git", *settings, *words], self.folder, environment, input, seconds)
        except subprocess.TimeoutExpired:
            by_hand = " — try it by hand, where it may ask for a password: git fetch" if far else ""
            raise GitError(f"git {words[0]}: it was ended after {seconds:g} seconds without an end{by_hand}") from None

    def _has_ssh_command(self) -> bool:
        return self.ask("config", "core.sshCommand").returncode == 0

    def path_of(self, file: Path) -> str:
        """Return a file's path as git writes it, from the uppermost folder."""
        # The folder only: where the file is a link, it is the link that is meant.
        place = file.parent.resolve() / file.name
        if not place.is_relative_to(self.folder):
            raise GitError(f"{file} lies outside of {self.folder}, the repository that it is to be handed over in")
        return place.relative_to(self.folder).as_posix()

    def named(self, file: Path) -> str:
        """Return a file's path from the folder that was given, for people."""
        return (file.parent.resolve() / file.name).relative_to(self._course).as_posix()

    def commit_at(self, revision: str) -> str | None:
        """Return the name of the commit that a revision means, or None."""
        return self.ask("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").stdout.strip() or None

    def is_ancestor(self, older: str, newer: str) -> bool:
        """Return whether a commit is another or among its ancestors."""
        return self.ask("merge-base", "--is-ancestor", older, newer).returncode == 0


def reason(stderr: str) -> str:
    """Return the line in which git says why it failed."""
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith(_NO_REASON)] or lines
    lines = [line for line in lines if line.startswith(("fatal: ", "error: "))] or lines or [""]
    return printable(lines[0].removeprefix("fatal: ").removeprefix("error: ").removeprefix("remote: ")).strip()


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _ASTRAY}
    return kept | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
