"""Whatever an attempt does, its author reads one clear line, and the next step is judged as if nothing had been.

What ends the program or the test, or never ends, is in tests/hostile/.
"""

import re
import sys

import pytest

from dojo import course

KATA = next(kata for kata in course.katas() if kata.slug == "instantiate")
FIRST, SECOND = "build_sequential", "build_functional"
SIGNATURE = 'n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")'
RIGHT = """
import keras
from keras import layers

def build(n_features, units, activations):
    rest = [layers.Dense(unit, activation=name) for unit, name in zip(units, activations)]
    return keras.Sequential([keras.Input((n_features,)), *rest])
"""


def answer(first="", second="", top="", end=""):
    """Return an answer to the two steps that runs this code first, in its functions or around them."""
    return (
        f"{top}\n{RIGHT}\n"
        f"def {FIRST}({SIGNATURE}):\n    {first or 'pass'}\n    return build(n_features, units, activations)\n"
        f"def {SECOND}({SIGNATURE}):\n    {second or 'pass'}\n    return build(n_features, units, activations)\n{end}\n"
    )


@pytest.fixture
def verdict_on(judge, tmp_path):
    """Judge the text of an answer to the two steps."""

    def run(text, *more, name="my answer ä.py"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return judge(KATA, file, *more, steps=(FIRST, SECOND))

    return run


def test_the_answer_itself_is_right(verdict_on):
    assert verdict_on(answer()).status == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(answer(end="def broken(:"), "is not Python yet: invalid syntax in line 16", id="syntax error"),
        pytest.param(
            answer(end="  x = 1"), "unindent does not match any outer indentation level in line 16", id="indentation"
        ),
        pytest.param("", "is empty — `git restore", id="empty"),
        pytest.param("\0", "is not Python: source code", id="null bytes"),
        pytest.param("x = " + "(" * 300, "is not Python yet: too many nested parentheses", id="brackets"),
        pytest.param("x = " + "+".join(["1"] * 100_000), "is not Python: it is nested too deeply", id="endless sum"),
        pytest.param("import keras", f"has no such name — write `def {FIRST}(n_features=784", id="missing function"),
        pytest.param(answer().replace(FIRST, "build_sequentil"), "is it `build_sequentil`, misspelt?", id="misspelt"),
        pytest.param(f"{FIRST} = 3", "it is a int, expected a function", id="not a function"),
        pytest.param(f"def {FIRST}(n): ...", "it takes (n), expected build_sequential(n_features=784", id="parameters"),
        pytest.param(answer(top="1 / 0"), "stops in line 1: ZeroDivisionError: division by zero", id="error at import"),
        pytest.param(answer("return None"), "the result is None, expected a keras.Model — is the `return`", id="None"),
        pytest.param(
            answer("return layers.Dense(3)"), "the result is a layer (Dense), expected a keras.Model", id="layer"
        ),
        pytest.param(answer("return [1.0]"), "the result is a Python list, expected a keras.Model", id="list"),
        pytest.param(answer("return keras.Sequential()"), "a model that is not built", id="unbuilt"),
        pytest.param(answer("return nosuchname"), "NameError: name 'nosuchname' is not defined", id="NameError"),
    ],
)
def test_is_told_in_one_line(verdict_on, text, says):
    verdict = verdict_on(text)

    assert says in verdict.first_line(FIRST)
    assert says in verdict.printed
    assert "Traceback" not in verdict.printed
    assert len(verdict.printed.splitlines()) < 40
    assert verdict.status == 1


def test_the_line_at_fault_is_shown(verdict_on):
    verdict = verdict_on(answer("return nosuchname"))

    assert re.search(r"my answer ä\.py:\d+  return nosuchname", verdict.printed)


def test_tensorflow_that_is_not_installed_reads_as_an_import_of_keras_2(verdict_on, monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorflow", None)
    verdict = verdict_on(answer(top="from tensorflow import keras"))

    assert "Keras 3 stands alone — `import keras`" in verdict.first_line(FIRST)


def test_a_missing_file_is_named(judge, tmp_path):
    verdict = judge(KATA, tmp_path, steps=(FIRST,))

    assert "instantiate.py is missing — `git restore" in verdict.first_line(FIRST)


def test_a_megabyte_of_prints_does_not_bury_the_verdict(verdict_on):
    verdict = verdict_on(answer("[print(i, 'y' * 100) for i in range(10_000)]; 1 / 0"))

    assert "ZeroDivisionError" in verdict.first_line(FIRST)
    assert "9999 yyy" in verdict.printed
    assert len(verdict.printed) < 5_000


@pytest.mark.parametrize(
    "poison",
    [
        "keras.config.set_floatx('float16')",
        "keras.config.set_dtype_policy('mixed_float16')",
        "keras.config.set_image_data_format('channels_first')",
        "keras.config.set_epsilon(1.0)",
        "keras.config.disable_traceback_filtering()",
        "keras.config.enable_unsafe_deserialization()",
        "keras.utils.set_random_seed(7)",
        "keras.layers.Dense.call = lambda self, x: x * 0",
        "keras.ops.softmax = keras.layers.Dense = None",
        "keras.Sequential.__call__ = None",
        "import numpy as np; np.testing.assert_allclose = np.isclose = np.asarray = lambda *a, **k: True",
        "from dojo import expect; expect.close = expect.output = lambda *a, **k: None",
        "import os; os.chdir('/'); os.environ.clear()",
        "import sys; sys.path.clear(); sys.setrecursionlimit(100)",
        "import warnings; warnings.simplefilter('error')",
        "import logging; logging.basicConfig(level=0, force=True)",
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)",
        "import jax; jax.config.update('jax_enable_x64', True); jax.config.update('jax_debug_nans', True)",
    ],
)
def test_what_one_step_changes_cannot_poison_the_next(verdict_on, poison):
    verdict = verdict_on(answer(f"{poison}\n    return None"))

    assert not verdict.passed(FIRST)
    assert verdict.passed(SECOND), verdict.first_line(SECOND)


@pytest.mark.parametrize("poison", ["keras.config.set_floatx('float16')", "layers.Dense.call = lambda self, x: x * 0"])
def test_what_the_import_changes_is_undone_before_the_first_test(verdict_on, poison):
    assert verdict_on(answer(end=poison)).status == 0


def test_nothing_of_the_learner_is_overwritten(verdict_on, tmp_path):
    text = answer("1 / 0")
    verdict_on(text)

    assert (tmp_path / "my answer ä.py").read_text(encoding="utf-8") == text
    assert [path.name for path in tmp_path.iterdir()] == ["my answer ä.py"]
