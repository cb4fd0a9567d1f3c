"""Drives `dojo new` and `dojo verify` as a teacher with a folder of katas does, and what their students then type."""

import shutil
import sys

import pytest

from dojo import backend
from dojo.root import CHECKOUT
from tests.small_course import AS_ANYONE, run

linux = pytest.mark.skipif(sys.platform != "linux", reason="takes a right away as Linux does")


def dojo(*arguments, cwd=CHECKOUT, module="dojo.cli", **options):
    """Run the dojo command, or pytest, as if this checkout were installed."""
    # A cache of its own would be cold each time.
    options |= {"JAX_COMPILATION_CACHE_DIR": str(backend.state_folder(CHECKOUT) / "jax"), "PYTHONPATH": str(CHECKOUT)}
    return run(cwd, *map(str, arguments), module=module, **options)


def paths_in(folder):
    """Return all paths below a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.fixture(scope="module")
def as_made(tmp_path_factory):
    """A course of two katas, as `dojo new` makes it."""
    folder = tmp_path_factory.mktemp("made") / "katas of Frau Groß"
    for name in ("01_mine", "02_mine_too"):
        made = dojo("new", name, "--in", folder)
        assert made.returncode == 0, made.stderr
        kata = folder / "katas" / name
        assert f'dojo verify "{kata}"' in made.stdout
    return folder


@pytest.fixture
def folder(as_made, tmp_path):
    return shutil.copytree(as_made, tmp_path / as_made.name)


def edit(file, old, new):
    """Replace a part of a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_new_makes_is_proved_from_the_start_whatever_the_other_katas_are(folder):
    edit(folder / "reference/02_mine_too/mine_too.py", "def ", "def broken(:")
    proved = dojo("verify", "1", cwd=folder / "tests")

    assert "references 1, stubs that fail 1, wrong answers rejected 1, right answers accepted 1\n" in proved.stdout
    assert "02_mine_too" not in proved.stdout
    assert proved.returncode == 0


def test_what_is_not_proved_is_named(folder):
    answers = folder / "tests" / "wrong_answers" / "02_mine_too"
    shutil.copy(answers / "along_the_columns.py", answers / "loose.py")
    edit(answers / "loose.py", "axis=0", "axis=-1")
    edit(answers / "along_the_columns.py", "says: go along", "says: nothing of the sort")
    edit(folder / "tests/right_answers/01_mine/a_layer_for_it.py", "axis=-1", "axis=0")
    edit(folder / "katas/01_mine/README.md", "\n## Out of scope\n", "\n")
    edit(folder / "katas/01_mine/hints.md", "Nudge", "Nugde")
    edit(folder / "katas/01_mine/mine.py", "raise NotImplementedError", "return x  #")
    proved = dojo("verify", folder)

    assert "loose.py passes scale_rows" in proved.stdout
    assert "along_the_columns.py is caught, but for another reason than 'nothing of the sort" in proved.stdout
    assert "expected [[0.6, 0.8], [0. , 1. ]] — 3 and 4 are the sides" in proved.stdout
    assert "README.md has no line '## Out of scope'" in proved.stdout
    assert "hints.md: scale_rows has the levels ['Nugde'" in proved.stdout
    assert "mine.py is not the stub of its reference — dojo reset 01_mine writes it" in proved.stdout
    assert ": references 2, stubs that fail 2, wrong answers rejected 1, right answers accepted 1\n" in proved.stdout
    assert proved.returncode == 1


def test_students_take_the_course_from_any_folder(folder, tmp_path):
    judged = dojo(folder / "katas" / "01_mine", cwd=tmp_path, module="pytest")
    listed = dojo("list", cwd=folder / "katas" / "01_mine")
    following = dojo("next", cwd=tmp_path, DOJO_COURSE=str(folder))

    assert "01_mine · Mine · 0 of 1 steps" in judged.stdout
    assert judged.returncode == 1
    assert (folder / ".dojo" / "progress" / "01_mine.txt").exists()
    assert [line.split()[-6:-4] for line in listed.stdout.splitlines()[1:]] == [["01_mine", "Mine"], ["Mine", "too"]]
    assert f"write  scale_rows in {folder / 'katas' / '01_mine' / 'mine.py'}" in following.stdout
    assert f"""run    pytest "{folder / "katas" / "01_mine"}" """ in following.stdout


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("reference/01_mine/mine.py", "def ", "def broken(:", "mine.py is not Python: invalid syntax in line 8"),
        ("reference/01_mine/mine.py", "scale_rows(", "_scale_rows(", "mine.py has no step: its public functions"),
        ("tests/wrong_answers/01_mine/along_the_columns.py", "step:", "", "has no line 'step: …' in its docstring"),
        ("tests/wrong_answers/01_mine/along_the_columns.py", "scale_r", "r", "no step rows — the steps are scale_rows"),
        ("katas/01_mine/test_mine.py", "class TestScale", "class TestStale", "TestStaleRows names no step"),
        ("katas/01_mine/test_mine.py", "class TestS", "def test_it(attempt): ...\nclass TestS", "test_it stands alone"),
        ("katas/01_mine/hints.md", None, None, "hints.md is missing — write '## step' and four levels"),
        ("katas/01_mine/mine.py", None, None, "mine.py is missing — dojo reset 01_mine"),
        ("reference/01_mine/mine.py", None, None, "mine.py is missing — write your answer there"),
        ("conftest.py", "dojo.plugin", "", 'write into it: pytest_plugins = ["dojo.plugin"]'),
    ],
    ids=[
        *("reference of no Python", "no step", "no label", "unknown step", "test of no step", "test without class"),
        *("no hints", "no stub", "no reference", "no plugin"),
    ],
)
def test_what_cannot_be_proved_yet_is_told_in_a_line_each(folder, file, old, new, says):
    if old is None:
        (folder / file).unlink()
    else:
        edit(folder / file, old, new)
    told = dojo("verify", folder / "katas" / "01_mine")

    assert says in told.stderr
    assert all(line.startswith("Error: ") for line in told.stderr.splitlines())
    assert told.stdout == ""
    assert told.returncode == 2


@pytest.mark.parametrize(
    ("module", "argument", "status"),
    [("dojo.cli", "next", 2), ("dojo.cli", "list", 2), ("dojo.cli", "hint", 2), ("pytest", "katas/01_mine", 4)],
    ids=["next", "list", "hint", "pytest"],
)
def test_a_reference_that_is_no_python_is_told_in_one_line(folder, module, argument, status):
    edit(folder / "reference/01_mine/mine.py", "def ", "def broken(:")
    told = dojo(argument, cwd=folder, module=module)

    (line,) = told.stderr.strip().splitlines()
    assert "mine.py is not Python: invalid syntax in line 8" in line
    assert told.returncode == status


def test_a_wrong_answer_that_is_no_python_costs_no_hint(folder):
    edit(folder / "tests/wrong_answers/01_mine/along_the_columns.py", "def ", "def broken(:")
    given = dojo("hint", "01_mine", cwd=folder)

    assert "Nudge" in given.stdout, given.stderr
    assert given.returncode == 0


@pytest.mark.parametrize(
    ("argument", "says"),
    [
        ("nowhere/01_mine", "there is no folder"),
        ("tests", "is no course: it has no folder katas"),
        ("empty", "holds no kata — dojo new 01_topic --in FOLDER"),
        ("katas/1_mine", "is no kata's name: two digits and a topic"),
        ("mein", "there is no kata 'mein' — did you mean 01_mine?"),
    ],
)
def test_verify_asks_for_a_course_or_a_kata(folder, argument, says):
    shutil.copytree(folder / "katas" / "01_mine", folder / "katas" / "1_mine")
    (folder / "empty" / "katas").mkdir(parents=True)
    shutil.copy(folder / "conftest.py", folder / "empty")
    told = dojo("verify", argument, cwd=folder)

    assert says in told.stderr
    assert told.stderr.count("\n") == 1
    assert told.returncode == 2


@pytest.mark.parametrize(
    ("module", "arguments", "status"), [("dojo.cli", ["list"], 2), ("pytest", [], 4)], ids=["dojo", "pytest"]
)
def test_a_variable_that_names_no_course_is_told(folder, module, arguments, status):
    told = dojo(*arguments, cwd=folder, module=module, DOJO_COURSE="no such folder")

    said = [line for line in (told.stderr + told.stdout).splitlines() if line]
    assert len(said) == 1
    assert "DOJO_COURSE=no such folder is no course" in said[0]
    assert told.returncode == status


def test_a_kata_is_judged_by_its_own_course_wherever_pytest_is_typed(folder):
    judged = dojo(CHECKOUT / "katas" / "01_what_is_keras", "--attempt=reference", cwd=folder, module="pytest")
    both = dojo(CHECKOUT / "katas" / "01_what_is_keras", folder / "katas" / "01_mine", cwd=folder, module="pytest")

    assert "01_what_is_keras · " in judged.stdout
    assert judged.returncode == 0
    assert "is of another course than" in both.stderr
    assert both.returncode == 4


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("mine", "two digits and a topic in small letters, as in 03_topic"),
        ("03_Mine", "two digits and a topic in small letters"),
        ("../03_mine", "two digits and a topic in small letters"),
        ("01_other", "the number of 01_other is that of 01_mine — free is 03"),
        ("04_old", "04_old exists already — move it away"),
    ],
)
def test_new_refuses_what_is_no_name_or_taken(folder, name, says):
    (folder / "reference" / "04_old").mkdir()
    before = paths_in(folder)
    told = dojo("new", name, cwd=folder)

    assert says in told.stderr
    assert told.stderr.count("\n") == 1
    assert told.returncode == 2
    assert paths_in(folder) == before


@linux
def test_new_leaves_nothing_half_written_where_the_disk_is_full(tmp_path):
    told = dojo("new", "01_mine", "--in", tmp_path / "full", prefix=["prlimit", "--fsize=1000"])

    assert told.stderr == "Error: File too large: a file of the course\n"
    assert told.returncode == 2
    assert paths_in(tmp_path) == []


@linux
def test_new_tells_where_it_may_not_write(folder):
    (folder / "reference").chmod(0o555)
    before = paths_in(folder)
    told = dojo("new", "03_mine", cwd=folder, prefix=AS_ANYONE)
    (folder / "reference").chmod(0o755)

    assert "Permission denied" in told.stderr
    assert told.stderr.count("\n") == 1
    assert told.returncode == 2
    assert paths_in(folder) == before


def test_new_touches_nothing_of_a_folder_that_is_in_use(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.pytest]\nminversion = "9.0"\n')
    (tmp_path / "conftest.py").write_text("# mine\n")
    dojo("new", "01_mine", "--in", tmp_path)

    assert (tmp_path / "conftest.py").read_text() == "# mine\n"
    assert not (tmp_path / "pytest.toml").exists()
    assert 'write into it: pytest_plugins = ["dojo.plugin"]' in dojo("verify", tmp_path).stderr


def test_new_asks_for_a_folder_where_there_is_no_course(small_course):
    shutil.rmtree(small_course.folder / "katas")
    told = small_course.dojo("new", "01_mine")

    assert "name its folder: dojo new 01_mine --in FOLDER" in told.stderr
    assert told.returncode == 2


def test_the_course_itself_asks_for_more(small_course):
    made = small_course.dojo("new", "03_mine")
    proved = small_course.dojo("verify", "3")

    assert "Still due for this course: 8 wrong answers and 5 right ones" in made.stdout
    assert (small_course.folder / "katas" / "03_mine" / "mine.py").exists()
    assert "install from a clone" in proved.stderr, "a small course has none of the proofs"
    assert proved.returncode == 2
