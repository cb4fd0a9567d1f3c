"""Kata 17: files are written and read with plain h5py on the other side, some of them larger than any memory."""

import gc
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import h5py
import keras
import numpy as np
import pytest
from keras import layers, ops

from dojo import expect
from dojo.inputs import normal
from dojo.plain import plain
from dojo.weights import set_weights_apart

WEIGHTS = {"dense/kernel": normal(4, 3), "dense/bias": normal(3), "scale": np.array(2.5, "float32")}
# 0.1 and 1/3 are other numbers in float32.
HISTORY = {"loss": [0.1, 1 / 3, 1e-9], "val_loss": [float("nan"), 0.25, 0.5], "rate": [0.1]}
NOTES = {"optimizer": "adam", "author": "Zoë", "epochs": 3, "rate": 0.1, "finished": True}

FARAWAY = 9 * 10**14
ENDLESS = 10**15  # rows; what nobody wrote takes no place on the disk, and no machine has memory for all of it

DTYPES = ("float16", "float32", "float64", "uint8", "int64", "bool")
each_dtype = pytest.mark.parametrize("dtype", DTYPES)
each_path = pytest.mark.parametrize("as_path", [str, Path], ids=["str", "Path"])


def listed(names):
    """Return names as a person would list them."""
    return ", ".join(sorted(map(repr, names))) or "none"


def numbers(dtype, *shape):
    """Return small numbers, or both truth values, that every dtype holds."""
    return (np.arange(np.prod(shape, dtype=int)).reshape(shape) % 7 % 3).astype(dtype)


def array(what, got, shape=None, why=""):
    """Return `got` as an array that outlives its file."""
    assert not isinstance(got, h5py.Dataset), (
        f"{what} is a Dataset, a handle that dies with its file, expected an array — index it while the file is open"
    )
    return expect.array(what, got, shape, why)


def claim_same(what, got, expected, why, readings=None):
    """Claim that `got` has shape, dtype and exactly the values of `expected`."""
    values = array(what, got)
    # As floats, for truth values cannot be subtracted.
    meaning = expect.meaning(values.astype("float64"), readings or {}, why)
    array(what, got, expected.shape, meaning)
    assert values.dtype == expected.dtype, f"{what} has dtype {values.dtype}, expected {expected.dtype} — {why}"
    expect.close(what, values, expected, meaning, rtol=0, atol=0)


def claim_note(what, got, expected):
    """Claim that a scalar or text is the one that was written; NumPy's scalars are as good as Python's."""
    if isinstance(got, np.ndarray) and got.ndim == 0:
        got = got[()]
    kinds = {bool: (bool, np.bool_), int: (int, np.integer), float: (float, np.floating), str: str}
    fits = isinstance(got, kinds[type(expected)]) and isinstance(got, bool) <= isinstance(expected, bool)
    if fits and got == expected:
        return
    is_scalar = isinstance(got, (bool, int, float, str, bytes, np.generic))
    shown = repr(got.item() if isinstance(got, np.generic) else got)[:80] if is_scalar else expect.kind(got)
    why = "text is str, and bytes must be decoded" if isinstance(got, bytes) else "as it was written, and of its kind"
    raise AssertionError(f"{what} is {shown}, expected {expected!r} — {why}")


def claim_list(what, values, expected):
    """Claim that an array holds exactly these numbers."""
    values = array(what, values, (len(expected),), "a number for each that was given")
    for place, (got, number) in enumerate(zip(values.tolist(), expected, strict=True)):
        assert got == number or (got != got and number != number), (
            f"{what} holds {got!r} at {place}, expected {number!r} — every number as it was: Python's are float64"
        )


class Stored(NamedTuple):
    """A dataset in memory."""

    values: object
    compressed: bool


def walk(group, above=""):
    """Yield path and object of every dataset below a group."""
    for name in group:
        item = group[name]
        if isinstance(item, h5py.Group):
            yield from walk(item, f"{above}{name}/")
        else:
            yield above + name, item


def compressed(dataset):
    """Whether any filter makes a dataset smaller, h5py's own or another."""
    filters = dataset.id.get_create_plist()
    reorders = {h5py.h5z.FILTER_SHUFFLE, h5py.h5z.FILTER_FLETCHER32}
    return any(filters.get_filter(i)[0] not in reorders for i in range(filters.get_nfilters()))


def read(path):
    """Return the datasets of a file by path and the attributes of its root."""
    expect.file(path)
    with expect.works(f"{path.name} cannot be read", "it must be one HDF5 file"), h5py.File(path) as file:
        return {name: Stored(item[()], compressed(item)) for name, item in walk(file)}, dict(file.attrs)


def dataset(path, name, why):
    """Return one dataset of a file."""
    datasets, _ = read(path)
    assert name in datasets, f"the datasets of the file are {listed(datasets)}, expected {name!r} among them — {why}"
    return datasets[name]


def write(path, weights, history, notes):
    """Write a run as the lesson says."""
    with h5py.File(path, "w") as file:
        for group, values in (("weights", weights), ("history", history)):
            file.create_group(group)
            for name, value in values.items():
                file[f"{group}/{name}"] = value
        file.attrs.update(notes)


@contextmanager
def closes_its_file():
    """Claim that the block leaves as few files open as there were."""

    def count():
        kinds = h5py.h5f.OBJ_FILE | h5py.h5f.OBJ_DATASET | h5py.h5f.OBJ_GROUP
        return h5py.h5f.get_obj_count(h5py.h5f.OBJ_ALL, kinds)

    before = count()
    yield
    if count() > before:
        gc.collect()
    assert count() <= before, "the file is still open afterwards, so nobody else can write it — open it in a `with`"


# What h5py's and NumPy's errors mean here, by a part of their text.
MEANINGS = {
    "Unable to allocate": "this dataset is larger than any memory, and [()], [:] and asarray read it all: slice it",
    "identifier": "a file or dataset is used that is closed: read in the `with`, what comes back outlives it",
    "group (or file) id": "a file is used that is closed: read in the `with`, what comes back outlives it",
    "has no attribute 'append'": "a Dataset is no list: make it longer, then write into the new rows",
    "'Dataset' object has no attribute": "a Dataset is no array until it is indexed, as in dataset[()]",
    "slicing argument for scalar": "[:] wants an axis, [()] reads a dataset of any rank",
    "Accessing a group is done with": "this is a group, only datasets hold values: a group may hold groups",
    "'Group' object has no attribute": "this is a group, only datasets hold values: a group may hold groups",
    "Scalar datasets": "compression and growth work on chunks, and a single number has none",
    "Only chunked datasets": "a dataset grows only if it was made with room to: maxshape",
    "exceed the existing maximal size": "a dataset grows only as far as was said in the beginning: maxshape",
    "No conversion path for dtype": "NumPy's own text has no place in HDF5: text is str",
    "name already exists": "that dataset is there already: write into it, or start the file anew",
    "File exists": "a file is there already, and mode 'w' is the one that replaces it",
    "No such file": "only the modes 'w' and 'a' make a file where there is none",
    "file signature not found": "what is there is not HDF5, and only mode 'w' does not mind",
    "can't locate attribute": "this one has no such attribute: `dict(item.attrs)` shows what it has",
    "doesn't exist": "the file has nothing of this name: `file.visit(print)` shows what it has",
}


def ask(step, *arguments):
    """Return what a step gives for these arguments, and say what the errors mean that come up on the way."""
    try:
        return step(*arguments)
    except NotImplementedError:
        raise
    except Exception as error:
        for part, why in MEANINGS.items():
            if part in str(error):
                said = plain(error)
                if isinstance(error, KeyError):  # it is in quotes
                    said = said[1:-1]
                if len(said) > 90:  # what follows is about paths, flags and the like
                    said = said.partition(" (")[0].partition(" for an array")[0]
                raise AssertionError(f"{type(error).__name__}: {said} — {why}") from error
        raise


def claim_error(what, call, why):
    """Claim that a call raises, whatever it raises."""
    error, got = expect.error_of(call)
    assert error is not None, f"{what} gives {expect.kind(got)}, expected an error — {why}"


def make_endless(path, name, rows, start):
    """Write a dataset of ENDLESS rows of which only these are on the disk."""
    with h5py.File(path, "w") as file:
        shape = (ENDLESS, *rows.shape[1:])
        endless = file.create_dataset(name, shape, rows.dtype, chunks=(16, *shape[1:]), maxshape=(None, *shape[1:]))
        endless[start : start + len(rows)] = rows


class TestWriteRun:
    @each_path
    def test_puts_arrays_into_the_group_weights(self, attempt, tmp_path, as_path):
        path, kernel = tmp_path / "run.h5", normal(4, 3)
        ask(attempt.write_run, as_path(path), {"kernel": kernel}, {}, {})

        why = "arrays go into the group weights, each under its own name"
        claim_same("the dataset weights/kernel", dataset(path, "weights/kernel", why).values, kernel, why)

    def test_lets_slashes_in_names_lead_through_groups(self, attempt, tmp_path):
        path = tmp_path / "run.h5"
        weights = {name: normal(2, 3, seed=i) for i, name in enumerate(("a/kernel", "a/bias", "b/c/kernel"))}
        ask(attempt.write_run, str(path), weights, {}, {})

        for name, expected in weights.items():
            why = "h5py makes the groups that a name like b/c/kernel leads through"
            claim_same(f"the dataset weights/{name}", dataset(path, f"weights/{name}", why).values, expected, why)
        datasets, _ = read(path)
        assert len(datasets) == 3, f"for three arrays the file holds {listed(datasets)}, expected three datasets"

    @each_dtype
    def test_keeps_the_dtype(self, attempt, tmp_path, dtype):
        path, weights = tmp_path / "run.h5", {"a": numbers(dtype, 4, 3)}
        ask(attempt.write_run, str(path), weights, {}, {})

        why = "a dataset has the dtype of the array it was made from; float32 is only h5py's default for none"
        claim_same(f"an array of {dtype} in the file", dataset(path, "weights/a", why).values, weights["a"], why)

    @pytest.mark.parametrize("rank", [1, 2, 4], ids=lambda rank: f"rank {rank}")
    def test_compresses_arrays(self, attempt, tmp_path, rank):
        path, weights = tmp_path / "run.h5", {"a": numbers("float32", *(2, 3, 2, 5)[:rank])}
        ask(attempt.write_run, str(path), weights, {}, {})

        why = "datasets are not compressed unless create_dataset is told to, and chunks alone compress nothing"
        assert dataset(path, "weights/a", why).compressed, f"an array of rank {rank} is stored as it is — {why}"

    def test_stores_an_array_of_rank_0(self, attempt, tmp_path):
        path, scale = tmp_path / "run.h5", np.array(2.5, "float32")
        ask(attempt.write_run, str(path), {"scale": scale, "bias": normal(3)}, {}, {})

        why = "an array of shape () is a dataset of shape ()"
        claim_same("the dataset weights/scale", dataset(path, "weights/scale", why).values, scale, why)

    def test_takes_tensors(self, attempt, tmp_path):
        path, kernel = tmp_path / "run.h5", normal(4, 3)
        ask(attempt.write_run, str(path), {"kernel": ops.convert_to_tensor(kernel)}, {}, {})

        why = "a tensor of the backend is written like an array"
        claim_same("a tensor in the file", dataset(path, "weights/kernel", why).values, kernel, why)

    def test_puts_lists_into_the_group_history(self, attempt, tmp_path):
        path = tmp_path / "run.h5"
        ask(attempt.write_run, str(path), {}, HISTORY, {})

        for name, expected in HISTORY.items():
            why = "a list goes into the group history under its name"
            claim_list(f"history/{name} in the file", dataset(path, f"history/{name}", why).values, expected)

    def test_puts_notes_into_the_attributes_of_the_root(self, attempt, tmp_path):
        path = tmp_path / "run.h5"
        ask(attempt.write_run, str(path), {}, {}, NOTES)

        _, attributes = read(path)
        why = "file.attrs is where the root's attributes are"
        for name, expected in NOTES.items():
            assert name in attributes, (
                f"the attributes of the root are {listed(attributes)}, expected {name!r} among them — {why}"
            )
            claim_note(f"the attribute {name!r}", attributes[name], expected)

    def test_replaces_a_file_that_is_there(self, attempt, tmp_path):
        path = tmp_path / "run.h5"
        write(path, {"old": normal(2), "a": normal(5, 2)}, {"old": [1.0], "loss": [0.5]}, {"old": 1, "epochs": 9})
        ask(attempt.write_run, str(path), {"a": normal(3)}, {"loss": [0.25, 0.125]}, {"epochs": 2})

        datasets, attributes = read(path)
        names = {*datasets, *attributes}
        why = "what was there must be gone: mode 'a' keeps it, mode 'w' starts anew"
        assert not {name for name in names if "old" in name}, f"over an older file it leaves {listed(names)} — {why}"
        assert names == {"weights/a", "history/loss", "epochs"}, (
            f"over an older file it leaves {listed(names)}, expected 'epochs', 'history/loss', 'weights/a'"
        )
        claim_same("weights/a over an older file", datasets["weights/a"].values, normal(3), why)
        expect.close("history/loss over an older file", datasets["history/loss"].values, [0.25, 0.125], why)

    def test_writes_a_run_without_anything(self, attempt, tmp_path):
        path = tmp_path / "run.h5"
        ask(attempt.write_run, str(path), {}, {}, {})

        datasets, attributes = read(path)
        names = listed([*datasets, *attributes])
        assert not datasets, f"for three empty dicts the file holds {names}, expected no dataset"
        assert not attributes, f"for three empty dicts the file holds {names}, expected no attribute"

    def test_closes_the_file(self, attempt, tmp_path):
        with closes_its_file():
            ask(attempt.write_run, str(tmp_path / "run.h5"), WEIGHTS, HISTORY, NOTES)

        read(tmp_path / "run.h5")


class TestReadRun:
    def read(self, attempt, path):
        """Return the three dicts that an attempt reads."""
        parts = expect.parts("the result", ask(attempt.read_run, str(path)), 3)
        for name, part in zip(("weights", "history", "notes"), parts, strict=True):
            assert isinstance(part, dict), f"{name} comes back as {expect.kind(part)}, expected a dict"
        return parts

    def claim_names(self, what, got, expected, why):
        assert got.keys() == expected.keys(), (
            f"{what} comes back with {listed(got)}, expected {listed(expected)} — {why}"
        )

    def claim_run(self, got, weights, history, notes):
        """Claim that three dicts are those written."""
        slashes = any("/" in name for name in weights)
        why = "a slash in a name is part of it again" if slashes else "what is in the group of this name, no more"
        self.claim_names("weights", got[0], weights, why)
        for name, expected in weights.items():
            claim_same(f"weights[{name!r}]", got[0][name], expected, "values, shape and dtype as they were written")
        self.claim_names("history", got[1], history, "one list for each that was written")
        for name, expected in history.items():
            what, values = f"history[{name!r}]", got[1][name]
            assert isinstance(values, list), f"{what} is {expect.kind(values)}, expected a list, as it was written"
            for number in values:
                assert isinstance(number, (int, float, np.number)), f"{what} holds {expect.kind(number)}, no number"
            claim_list(what, np.array(values), expected)
        self.claim_names("notes", got[2], notes, "the attributes of the root, all of them")
        for name, expected in notes.items():
            claim_note(f"notes[{name!r}]", got[2][name], expected)

    def test_gives_weights_back(self, attempt, tmp_path):
        path, weights = tmp_path / "run.h5", {"kernel": normal(4, 3), "bias": normal(3), "filters": normal(2, 2, 1, 3)}
        write(path, weights, {}, {})

        self.claim_run(self.read(attempt, path), weights, {}, {})

    def test_gives_names_with_slashes_back(self, attempt, tmp_path):
        path = tmp_path / "run.h5"
        names = ("kernel", "a/kernel", "a/bias", "b/weights/c/kernel", "b/history/kernel")
        weights = {name: normal(2, 3, seed=i) for i, name in enumerate(names)}
        write(path, weights, {}, {})

        self.claim_run(self.read(attempt, path), weights, {}, {})

    @each_dtype
    def test_keeps_the_dtype(self, attempt, tmp_path, dtype):
        path, weights = tmp_path / "run.h5", {"a": numbers(dtype, 4, 3), "b": np.array(1, dtype)}
        write(path, weights, {}, {})

        self.claim_run(self.read(attempt, path), weights, {}, {})

    def test_gives_history_back_as_lists(self, attempt, tmp_path):
        path = tmp_path / "run.h5"
        write(path, {}, HISTORY, {})

        self.claim_run(self.read(attempt, path), {}, HISTORY, {})

    def test_gives_notes_back(self, attempt, tmp_path):
        path = tmp_path / "run.h5"
        write(path, {}, {}, NOTES)

        self.claim_run(self.read(attempt, path), {}, {}, NOTES)

    def test_gives_all_three_back_and_leaves_the_file(self, attempt, tmp_path):
        path = tmp_path / "run.h5"
        write(path, WEIGHTS, HISTORY, NOTES)
        before = path.read_bytes()

        self.claim_run(self.read(attempt, path), WEIGHTS, HISTORY, NOTES)
        assert path.read_bytes() == before, "the file has changed — open it for reading only"

    def test_gives_a_run_without_anything_back(self, attempt, tmp_path):
        path = tmp_path / "run.h5"
        write(path, {}, {}, {})

        self.claim_run(self.read(attempt, path), {}, {}, {})

    def test_reads_what_write_run_writes(self, attempt, tmp_path):
        path = tmp_path / "run.h5"
        try:
            ask(attempt.write_run, str(path), WEIGHTS, HISTORY, NOTES)
            written = read(path)[0].keys() == {f"weights/{name}" for name in WEIGHTS} | {
                f"history/{name}" for name in HISTORY
            }
        except Exception:
            written = False
        if not written:
            write(path, WEIGHTS, HISTORY, NOTES)  # each step can be solved alone

        self.claim_run(self.read(attempt, path), WEIGHTS, HISTORY, NOTES)

    def test_raises_where_there_is_no_file(self, attempt, tmp_path):
        write(tmp_path / "run.h5", WEIGHTS, HISTORY, NOTES)
        self.read(attempt, tmp_path / "run.h5")

        missing = tmp_path / "missing.h5"
        claim_error("a missing file", lambda: attempt.read_run(str(missing)), "there is nothing to read")
        assert not missing.exists(), "reading a missing file makes one — mode 'r' only reads"

    def test_closes_the_file(self, attempt, tmp_path):
        write(tmp_path / "run.h5", WEIGHTS, HISTORY, NOTES)

        with closes_its_file():
            parts = self.read(attempt, tmp_path / "run.h5")
        self.claim_run(parts, WEIGHTS, HISTORY, NOTES)


class TestTree:
    def claim(self, got, expected):
        """Claim that the dict of shapes is this one."""
        assert isinstance(got, dict), f"the result is {expect.kind(got)}, expected a dict from path to shape"
        why = "every dataset at any depth, no group, and no slash in front"
        missing = expected.keys() - got.keys()
        if missing and got.keys() < expected.keys():
            why = "a group may hold groups, and a visit ends as soon as something is returned"
            if not any(expected[name] for name in missing):
                why = "a scalar is a dataset too, and its shape is ()"
        assert got.keys() == expected.keys(), f"the paths are {listed(got)}, expected {listed(expected)} — {why}"
        for name, shape in expected.items():
            assert isinstance(got[name], tuple), (
                f"the shape of {name!r} is {expect.kind(got[name])}, expected a tuple — dataset.shape is one"
            )
            assert got[name] == shape, f"the shape of {name!r} is {got[name]}, expected {shape}"

    @each_path
    def test_finds_datasets_at_any_depth(self, attempt, tmp_path, as_path):
        expected = {"a": (3,), "b/a": (2, 1), "b/c/d/e/f": (1, 4, 2), "b/c/g": (5,), "z": (2, 2)}
        with h5py.File(tmp_path / "data.h5", "w") as file:
            for name, shape in expected.items():
                file[name] = np.zeros(shape)

        self.claim(ask(attempt.tree, as_path(tmp_path / "data.h5")), expected)

    def test_leaves_groups_and_attributes_out(self, attempt, tmp_path):
        with h5py.File(tmp_path / "data.h5", "w") as file:
            file.create_group("empty/group")
            file["full/group/x"] = np.zeros(2)
            file["full"].attrs["y"] = np.zeros(3)

        self.claim(ask(attempt.tree, str(tmp_path / "data.h5")), {"full/group/x": (2,)})

    def test_gives_scalars_the_shape_of_nothing(self, attempt, tmp_path):
        with h5py.File(tmp_path / "data.h5", "w") as file:
            file["number"], file["text"], file["none"] = 2.5, "a text", np.zeros((0, 3))

        self.claim(ask(attempt.tree, str(tmp_path / "data.h5")), {"number": (), "text": (), "none": (0, 3)})

    def test_is_empty_for_an_empty_file(self, attempt, tmp_path):
        h5py.File(tmp_path / "data.h5", "w").close()

        self.claim(ask(attempt.tree, str(tmp_path / "data.h5")), {})

    @pytest.mark.parametrize("file", ["chain.weights.h5", "image.h5"])
    def test_reads_the_files_of_keras(self, attempt, saved, file):
        with h5py.File(saved[file]) as content:
            expected = {name: item.shape for name, item in walk(content)}

        self.claim(ask(attempt.tree, str(saved[file])), expected)

    def test_reads_shapes_and_not_values(self, attempt, tmp_path):
        make_endless(tmp_path / "data.h5", "a/b", numbers("float32", 2, 8), FARAWAY)
        got = ask(attempt.tree, str(tmp_path / "data.h5"))

        self.claim(got, {"a/b": (ENDLESS, 8)})

    def test_closes_the_file_and_leaves_it(self, attempt, tmp_path):
        write(tmp_path / "run.h5", WEIGHTS, HISTORY, NOTES)
        before = (tmp_path / "run.h5").read_bytes()

        with closes_its_file():
            got = ask(attempt.tree, str(tmp_path / "run.h5"))
        assert isinstance(got, dict), f"the result is {expect.kind(got)}, expected a dict from path to shape"
        assert (tmp_path / "run.h5").read_bytes() == before, "the file has changed — open it for reading only"


class TestReadRows:
    def claim(self, got, values, start, stop):
        """Claim that these are the rows from `start` to `stop`."""
        readings = [
            ("rows are what the first axis counts", values.T[start:stop].T),
            ("all rows came: the slice is what the dataset must be asked for", values),
            ("stop is the row after the last one, as in a slice", values[start : stop + 1]),
            ("start is the first row", values[start + 1 : stop + 1]),
            ("start is where the rows begin, they do not begin at 0", values[:stop]),
            ("stop is where they end, it does not count them", values[start : start + stop]),
        ]
        why = "the rows of a slice: the first of them is start, the last one stop - 1"
        claim_same(f"rows {start} to {stop} of {len(values)}", got, values[start:stop], why, readings)

    @each_path
    def test_gives_the_rows_from_start_to_stop(self, attempt, tmp_path, as_path):
        values = normal(10, 4)
        with h5py.File(tmp_path / "data.h5", "w") as file:
            file["x"] = values

        for start, stop in ((3, 7), (0, 2), (9, 10), (0, 10)):
            self.claim(ask(attempt.read_rows, as_path(tmp_path / "data.h5"), "x", start, stop), values, start, stop)

    @pytest.mark.parametrize(
        ("name", "dtype", "shape"),
        [
            pytest.param("labels", "int64", (10,), id="labels"),
            pytest.param("train/images", "uint8", (10, 2, 3, 1), id="images in a group"),
            pytest.param("a/b/c", "float64", (10, 3), id="three groups deep"),
            pytest.param("half", "float16", (10, 2, 2), id="half precision"),
        ],
    )
    def test_takes_any_name_dtype_and_rank(self, attempt, tmp_path, name, dtype, shape):
        values = np.arange(np.prod(shape)).reshape(shape).astype(dtype)
        with h5py.File(tmp_path / "data.h5", "w") as file:
            file.create_dataset(name, data=values, compression="gzip")
            file["other"] = np.zeros(10)

        self.claim(ask(attempt.read_rows, str(tmp_path / "data.h5"), name, 4, 9), values, 4, 9)

    @pytest.mark.parametrize("start", [0, FARAWAY, ENDLESS - 5], ids=["first rows", "rows far away", "last rows"])
    def test_reads_only_those_rows(self, attempt, tmp_path, start):
        rows = normal(5, 8)
        make_endless(tmp_path / "data.h5", "train/x", rows, start)
        got = ask(attempt.read_rows, str(tmp_path / "data.h5"), "train/x", start, start + 5)

        claim_same(f"five of {ENDLESS:.0e} rows", got, rows, "just those from start to stop")

    def test_closes_the_file_and_leaves_it(self, attempt, tmp_path):
        path, values = tmp_path / "data.h5", normal(6, 2)
        write(path, {"x": values}, {}, {})
        before = path.read_bytes()

        with closes_its_file():
            got = ask(attempt.read_rows, str(path), "weights/x", 1, 3)
        self.claim(got, values, 1, 3)
        assert path.read_bytes() == before, "the file has changed — open it for reading only"


class TestAppendRows:
    def claim(self, path, name, batches, what):
        """Claim that a dataset holds these batches of rows, one behind the other."""
        together = np.concatenate(batches)
        why = "rows are put behind those that are there, by each call, in the dtype of the first"
        last = np.zeros_like(together)
        last[: len(batches[-1])] = batches[-1]
        readings = [
            ("each call has replaced the rows before", batches[-1]),
            ("the later calls have left no rows", batches[0]),
            ("the newest rows belong behind the others", np.concatenate(batches[::-1])),
            (
                "resized rows are zeros until they are written",
                np.concatenate([batches[0], 0 * together])[: len(together)],
            ),
            ("the dataset has grown, but the rows were written at its start", last),
        ]
        claim_same(what, dataset(path, name, "it is made under the name given").values, together, why, readings)

    @each_path
    def test_makes_file_and_dataset_on_the_first_call(self, attempt, tmp_path, as_path):
        path, rows = tmp_path / "log.h5", normal(4, 3)
        ask(attempt.append_rows, as_path(path), "x", rows)

        self.claim(path, "x", [rows], "the dataset after one call")

    def test_makes_the_dataset_in_a_file_that_is_there(self, attempt, tmp_path):
        path, rows = tmp_path / "run.h5", normal(4, 3)
        write(path, {"a": normal(2)}, {}, {})
        ask(attempt.append_rows, str(path), "log/x", rows)

        self.claim(path, "log/x", [rows], "the dataset after one call, in a file that was there,")

    @pytest.mark.parametrize(
        ("name", "dtype", "shape"),
        [
            pytest.param("x", "float32", (3,), id="vectors"),
            pytest.param("log/train/loss", "float64", (), id="numbers, in groups"),
            pytest.param("images", "uint8", (2, 3, 1), id="images"),
            pytest.param("labels", "int64", (), id="labels"),
            pytest.param("seen", "bool", (2,), id="truth values"),
        ],
    )
    def test_puts_rows_behind_those_that_are_there(self, attempt, tmp_path, name, dtype, shape):
        path = tmp_path / "log.h5"
        batches = [numbers(dtype, n, *shape) for n in (2, 3, 1, 4)]
        for batch in batches:
            ask(attempt.append_rows, str(path), name, batch)

        self.claim(path, name, batches, "the dataset after calls with 2, 3, 1 and 4 rows")

    def test_goes_on_for_long(self, attempt, tmp_path):
        path, batches = tmp_path / "log.h5", [np.full((1, 2), i, "float32") for i in range(20)]
        for batch in batches:
            ask(attempt.append_rows, str(path), "x", batch)

        self.claim(path, "x", batches, "the dataset after twenty calls with one row each")
        why = "maxshape says how far: None is without end"
        with expect.works("the dataset cannot grow to a million rows", why), h5py.File(path, "r+") as file:
            file["x"].resize(10**6, axis=0)

    def test_keeps_datasets_apart(self, attempt, tmp_path):
        path, x, y = tmp_path / "log.h5", [normal(2, 3), normal(4, 3)], [numbers("int64", 2), numbers("int64", 4)]
        for count in (0, 1):
            ask(attempt.append_rows, str(path), "x", x[count])
            ask(attempt.append_rows, str(path), "y", y[count])

        self.claim(path, "x", x, "the first of two datasets in a file")
        self.claim(path, "y", y, "the second of two datasets in a file")

    def test_leaves_the_rest_of_the_file(self, attempt, tmp_path):
        path, rows = tmp_path / "run.h5", normal(2, 3)
        write(path, WEIGHTS, HISTORY, NOTES)
        with h5py.File(path, "a") as file:
            grows = file.create_dataset("log/x", data=rows, maxshape=(None, 3))
            grows.attrs["unit"] = "metre"
        datasets, attributes = read(path)
        ask(attempt.append_rows, str(path), "log/x", rows)
        ask(attempt.append_rows, str(path), "log/y", rows)

        self.claim(path, "log/x", [rows, rows], "a dataset that was there already")
        after, attributes_after = read(path)
        lost = datasets.keys() - after.keys() | attributes.keys() - attributes_after.keys()
        assert not lost, (
            f"after a call {listed(lost)} is no longer in the file — mode 'w' empties it, mode 'a' does not"
        )
        for name in datasets.keys() - {"log/x"}:
            claim_same(f"{name} after a call", after[name].values, datasets[name].values, "it is none of its business")
        with h5py.File(path) as file:
            kept = dict(file["log/x"].attrs)
        assert kept == {"unit": "metre"}, (
            "an attribute of the dataset is gone after a call — make it grow, do not make another in its place"
        )

    def test_reads_nothing_of_what_is_there(self, attempt, tmp_path):
        path, before, rows = tmp_path / "log.h5", normal(5, 8), normal(3, 8, seed=1)
        make_endless(path, "log/x", before, ENDLESS - 5)
        ask(attempt.append_rows, str(path), "log/x", rows)

        with h5py.File(path) as file:
            grown = file["log/x"]
            assert grown.shape == (ENDLESS + 3, 8), (
                f"3 rows make a dataset of {(ENDLESS, 8)} one of {grown.shape}, expected {(ENDLESS + 3, 8)}"
            )
            tail = grown[ENDLESS - 5 :]
        why = "the rows before, then the new ones"
        claim_same("the end of a huge dataset", tail, np.concatenate([before, rows]), why)

    def test_takes_tensors(self, attempt, tmp_path):
        path, rows = tmp_path / "log.h5", [normal(2, 3), normal(1, 3)]
        for batch in rows:
            ask(attempt.append_rows, str(path), "x", ops.convert_to_tensor(batch))

        self.claim(path, "x", rows, "the dataset after two calls with tensors")

    def test_closes_the_file(self, attempt, tmp_path):
        path, rows = tmp_path / "log.h5", normal(2, 3)
        with closes_its_file():
            ask(attempt.append_rows, str(path), "x", rows)
            ask(attempt.append_rows, str(path), "x", rows)

        self.claim(path, "x", [rows, rows], "the dataset after two calls")


def chain():
    """Return a model whose layers have the names that Keras would give to others of them."""
    return keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(3, kernel_initializer="zeros", name="dense_2"),
            layers.BatchNormalization(name="norm"),
            layers.Dense(5, kernel_initializer="zeros", use_bias=False, name="dense"),
            layers.Dropout(0.5, name="drop"),
            layers.Dense(3, kernel_initializer="zeros", name="dense_1"),
        ]
    )


def image():
    """Return a model whose layers have names that a search for words finds in the wrong places."""
    inputs = keras.Input((5, 5, 2))
    x = layers.Conv2D(2, (2, 3), kernel_initializer="zeros", name="kernel_maker")(inputs)
    x = layers.Flatten(name="flat")(x)
    x = layers.Dense(4, kernel_initializer="zeros", name="head_2")(x)
    return keras.Model(inputs, layers.Dense(4, kernel_initializer="zeros", name="head")(x))


@pytest.fixture(scope="module")
def originals(tmp_path_factory):
    """Return a folder with both models in both kinds of file."""
    folder = tmp_path_factory.mktemp("originals")
    for make in (chain, image):
        model = make()
        set_weights_apart(model)
        model.compile(optimizer="adam", loss="mean_squared_error")
        model.optimizer.build(model.trainable_variables)  # its slots go into the file too
        model.save_weights(folder / f"{make.__name__}.weights.h5")
        model.save(folder / f"{make.__name__}.h5")
    return folder


@pytest.fixture
def saved(originals, tmp_path):
    """Return the paths of the files by their names, a copy for each test."""
    paths = {file.name: tmp_path / file.name for file in originals.iterdir()}
    for path in paths.values():
        path.write_bytes((originals / path.name).read_bytes())
    return paths


each_kind_of_file = pytest.mark.parametrize("ending", [".weights.h5", ".h5"])


class TestReadKernel:
    def claim(self, attempt, path, layer_name):
        """Claim that a layer's kernel comes out of a file."""
        # In a whole model the names are plain, and the files of a model hold the same weights.
        with h5py.File(path.with_name(f"{path.name.partition('.')[0]}.h5")) as file:
            weights = {name: item[()] for name, item in walk(file["model_weights"])}
        kernels = {name: value for name, value in weights.items() if name.startswith(f"{layer_name}/")}
        expected = next(value for name, value in kernels.items() if name.endswith("/kernel"))

        what = f"the kernel of {layer_name!r} out of {path.name}"
        got = array(what, ask(attempt.read_kernel, str(path), layer_name))
        readings = {self.reading(path, name, layer_name): value for name, value in weights.items()}
        readings["those are zeros: the optimizer's slots have the names and shapes of weights too"] = 0 * expected
        claim_same(what, got, expected, "the first weight of the layer of that name", readings)

    def reading(self, path, name, layer_name):
        """Return words for having got the weight that a whole model calls `name`."""
        *_, layer, weight = name.split("/")
        if layer == layer_name:
            return f"that is its {weight}: a layer makes its kernel first"
        if path.name.endswith(".weights.h5"):
            return f"that is the {weight} of {layer!r}: groups there are named after classes, an attribute has the name"
        return f"that is the {weight} of {layer!r}: the group above a weight has the layer's name, just that"

    @each_kind_of_file
    @pytest.mark.parametrize("layer_name", ["dense", "dense_1", "dense_2"])
    def test_finds_a_layer_by_its_own_name(self, attempt, saved, ending, layer_name):
        self.claim(attempt, saved[f"chain{ending}"], layer_name)

    @each_kind_of_file
    @pytest.mark.parametrize("layer_name", ["kernel_maker", "head", "head_2"])
    def test_reads_functional_models_and_convolutions(self, attempt, saved, ending, layer_name):
        self.claim(attempt, saved[f"image{ending}"], layer_name)

    @each_kind_of_file
    @pytest.mark.parametrize(
        ("layer_name", "why"),
        [
            pytest.param("nowhere", "no layer has this name", id="unknown"),
            pytest.param("hea", "a part of a name is not the name", id="part of a name"),
            pytest.param("flat", "this layer has no weights", id="no weights"),
        ],
    )
    def test_raises_where_there_is_no_kernel(self, attempt, saved, ending, layer_name, why):
        path = saved[f"image{ending}"]
        self.claim(attempt, path, "head")

        claim_error(f"{layer_name!r} in {path.name}", lambda: attempt.read_kernel(str(path), layer_name), why)

    @each_kind_of_file
    def test_closes_the_file_and_leaves_it(self, attempt, saved, ending):
        path = saved[f"chain{ending}"]
        before = path.read_bytes()

        with closes_its_file():
            self.claim(attempt, path, "dense")
        assert path.read_bytes() == before, "the file has changed — open it for reading only"
