"""An update of the course never costs a learner work: what the README says, done with git."""

import os
import re
import shlex
import shutil
import subprocess

import pytest

from dojo.root import CHECKOUT
from dojo.stub import stub_of
from tests.small_course import ADD, SOLVED_TWO

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")
STUB = "katas/01_sums/sums.py"


def git(folder, *words, check=True):
    someone = {f"GIT_{who}_{what}": "someone@here" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    nobodys = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LC_ALL": "C"}
    return subprocess.run(
        ["git", *words], cwd=folder, env=os.environ | someone | nobodys, capture_output=True, text=True, check=check
    )


@pytest.fixture
def clone(small_course, tmp_path):
    """A learner's clone of a course, which then gets an update; the stub's text is among what is new."""
    upstream = small_course.folder
    git(upstream, "init", "-q", "-b", "main")
    git(upstream, "add", ".")
    git(upstream, "commit", "-qm", "the course")
    git(tmp_path, "clone", "-q", str(upstream), "clone")
    clearer = ADD.replace("Return a + b.", "Return the sum.").replace("which sign?", "plus or minus?")
    small_course.write("reference/01_sums/sums.py", clearer)
    small_course.write(STUB, stub_of(clearer))
    small_course.write("katas/01_sums/README.md", "# 01 · Sums, told better\n")
    git(upstream, "commit", "-qam", "an update")
    return tmp_path / "clone"


def commands():
    """Return what the README says of updates: the words of each command, without `git`."""
    section = (CHECKOUT / "README.md").read_text(encoding="utf-8").partition("## An update of the course")[2]
    block = re.search(r"```bash\n(.*?)```", section, flags=re.DOTALL)[1]
    return [shlex.split(line)[1:] for line in block.splitlines()]


def test_an_edited_stub_survives_an_update_even_where_both_changed_a_line(clone):
    (clone / STUB).write_text(SOLVED_TWO, encoding="utf-8")
    for words in commands():
        git(clone, *words)

    solved = (clone / STUB).read_text(encoding="utf-8")
    assert "return a + b" in solved
    assert "float(np.sum(numbers))" in solved
    assert "Return the sum." in solved, "where only the course changed it is new"
    assert "<<<<" not in solved
    assert "told better" in (clone / "katas/01_sums/README.md").read_text(encoding="utf-8")
    assert git(clone, "status", "--porcelain").stdout == ""


def test_a_pull_before_the_commit_touches_nothing(clone):
    (clone / STUB).write_text(SOLVED_TWO, encoding="utf-8")
    pull = git(clone, *commands()[1], check=False)

    assert pull.returncode != 0
    assert "would be overwritten" in pull.stderr
    assert (clone / STUB).read_text(encoding="utf-8") == SOLVED_TWO
