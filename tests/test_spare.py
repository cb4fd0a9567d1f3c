"""A spare interpreter says of the katas of the course what pytest says of them, to the word."""

import queue

import pytest

from dojo import course
from dojo.course import ROOT
from dojo.pool import Interpreter
from tests.small_course import ladder_in, run

KATAS = {kata.name: kata for kata in course.katas()}


def verdict_of_a_spare(kata, *options):
    """Warm an interpreter, ask it once it is ready, and return the lines of its verdict."""
    said = queue.SimpleQueue()
    interpreter = Interpreter(kata, lambda _, message: said.put(message))
    try:
        assert said.get(timeout=120) == {"ready": True}
        interpreter.ask(str(kata.folder), *options)
        verdict = said.get(timeout=120)["verdict"]
        assert said.get(timeout=120) == {"ended": verdict["status"]}
        assert said.get(timeout=120) is None
    finally:
        interpreter.kill()
    return [text for text, _ in verdict["lines"]]


@pytest.mark.parametrize(
    ("name", "wrong_answer"),
    [("03_instantiate", "two_encoders"), ("13_accuracy", None)],
    ids=["wrong answer", "reference"],
)
def test_a_spare_says_what_pytest_says_to_the_word(name, wrong_answer):
    kata = KATAS[name]
    options = ["--attempt=reference"]
    if wrong_answer:
        options = [f"--attempt={ROOT / 'tests' / 'wrong_answers' / name / wrong_answer}.py", *options]
    printed = run(ROOT, str(kata.folder), *options).stdout

    assert verdict_of_a_spare(kata, *options) == ladder_in(printed)
