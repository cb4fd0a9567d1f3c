"""The data of the course is what its docstrings say, and a damaged file is noticed."""

import numpy as np
import pytest

from dojo import digits


def test_shapes_types_and_range():
    data = digits.load()

    assert (data.x_train.shape, data.y_train.shape) == ((1437, 64), (1437,))
    assert (data.x_test.shape, data.y_test.shape) == ((360, 64), (360,))
    assert {part.dtype.name for part in data} == {"float32", "int32"}
    assert (data.x_train.min(), data.x_train.max()) == (0.0, 1.0)


def test_each_digit_has_its_share_in_both_parts():
    data = digits.load()
    train, test = np.bincount(data.y_train), np.bincount(data.y_test)

    assert len(train) == 10
    assert np.abs(test / (train + test) - 0.2).max() < 0.01


def test_no_image_is_in_both_parts():
    data = digits.load()
    train = {row.tobytes() for row in data.x_train}

    assert not any(row.tobytes() in train for row in data.x_test)


def test_the_split_is_the_same_each_time():
    first, second = digits.load(), digits.load()

    assert all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


def test_another_file_is_refused(tmp_path, monkeypatch):
    damaged = tmp_path / "digits.npz"
    damaged.write_bytes(digits.FILE.read_bytes()[:-1])
    monkeypatch.setattr(digits, "FILE", damaged)

    with pytest.raises(ValueError, match=r"git restore dojo/digits\.npz"):
        digits.load()


def test_the_licence_note_carries_the_checksum():
    note = digits.FILE.with_name("digits.LICENSE.md").read_text(encoding="utf-8")

    assert digits.SHA256 in note
    assert "Creative Commons Attribution 4.0" in note
