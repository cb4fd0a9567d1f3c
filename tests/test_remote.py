"""A remote that says no or nothing at all ends in one line, in time, and leaves no process."""

import os
import shutil
import sys
import threading
import time

import pytest

from dojo.pair import git as git_module
from dojo.pair import timed
from dojo.pair.elsewhere import Elsewhere
from dojo.pair.git import GitError
from tests.repositories import ADA, branch, git, hook, message, unchanged

pytestmark = [
    pytest.mark.skipif(not shutil.which("git"), reason="needs git"),
    pytest.mark.usefixtures("nobodys_git"),
]
needs_posix = pytest.mark.skipif(os.name == "nt", reason="hooks and links as POSIX has them")


@needs_posix
def test_a_remote_that_refuses_is_told_with_its_reason(clones, tmp_path):
    ada, _ = clones
    hook(tmp_path / "remote.git", "pre-receive", r"printf 'closed until \033[1;31mMonday\007\n'; exit 1")
    branch(ada).hand_over(message(), ADA)

    with (
        unchanged(ada),
        pytest.raises(GitError, match=r"closed until Monday; .*pre-receive.* push again later$"),
    ):
        branch(ada, remote="origin").push()


@needs_posix
def test_the_hook_before_a_push_may_refuse(clones):
    ada, _ = clones
    branch(ada).hand_over(message(), ADA)
    hook(ada, "pre-push")

    with unchanged(ada), pytest.raises(GitError, match=r"origin .*: no, says the hook — the hand-over is kept"):
        branch(ada, remote="origin").push()


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_a_remote_that_never_answers_ends_in_time_and_leaves_no_process(clones, tmp_path, monkeypatch):
    ada, _ = clones
    numbers = tmp_path / "numbers"
    git(ada, "remote", "set-url", "origin", "ssh://example.invalid/x.git")
    monkeypatch.setenv("GIT_SSH_COMMAND", f"trap '' TERM; sleep 100 & echo $$ $! > '{numbers}'; wait; true")
    monkeypatch.setattr(git_module, "NETWORK_SECONDS", 1)
    start = time.monotonic()
    with unchanged(ada), pytest.raises(GitError, match=r"ended after 1 seconds .* git fetch"):
        branch(ada, remote="origin").check_new()

    assert time.monotonic() - start < 10
    assert not [number for number in numbers.read_text().split() if runs(number)]


def runs(number):
    try:
        with open(f"/proc/{number}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("whose", ["nobody's", "GIT_SSH", "core.sshCommand"])
def test_ssh_asks_for_no_password_unless_somebody_has_set_it_up(clones, tmp_path, monkeypatch, whose):
    seen = []

    def run(words, folder, environment, text, seconds, real=timed.run):
        seen.append(environment.get("GIT_SSH_COMMAND"))
        return real(words, folder, environment, text, seconds)

    if whose == "GIT_SSH":
        monkeypatch.setenv("GIT_SSH", "my-ssh")
    if whose == "core.sshCommand":
        git(clones[0], "config", "core.sshCommand", "my-ssh")
    monkeypatch.setattr(timed, "run", run)
    branch(clones[0], remote="origin").check_new()

    assert set(seen) == ({None, "ssh -o BatchMode=yes"} if whose == "nobody's" else {None})


def test_what_is_handed_over_while_the_remote_is_asked_is_pushed_after_it():
    done, answered, pushed = [], threading.Event(), threading.Event()
    elsewhere = Elsewhere(lambda then: then(), done.append)

    def asked():
        answered.wait()
        return lambda: done.append("asked")

    elsewhere.ask(asked)
    elsewhere.ask(lambda: lambda: (done.append("pushed"), pushed.set()), waits=True)
    elsewhere.ask(lambda: lambda: done.append("asked again"))
    answered.set()

    assert pushed.wait(10)
    assert done == ["the remote has not answered yet", "asked", "pushed"]
