"""Kata $number: TODO: what is claimed of the answers, in one sentence."""

import numpy as np
import pytest

from dojo import expect
from dojo.inputs import normal


# TODO: a class of tests for each step: TestScaleRows holds those of scale_rows. Claim with dojo.expect: it survives
# whatever an answer may return, and its messages say what came, what was expected and why.
class TestScaleRows:
    def test_divides_each_row_by_its_own_length(self, attempt):
        got = attempt.scale_rows(np.array([[3, 4], [0, 2]], "float32"))

        why = "3 and 4 are the sides of a row of length 5: go along the last axis"
        expect.close("scale_rows([[3, 4], [0, 2]])", got, [[0.6, 0.8], [0, 1]], why)

    @pytest.mark.parametrize("batch", [1, 4], ids=["one row", "four rows"])
    def test_takes_batches_of_any_size(self, attempt, batch):
        x = normal(batch, 3)
        got = expect.array(f"scale_rows of {batch} rows", attempt.scale_rows(x), (batch, 3))

        expect.close("the length of each row", np.linalg.norm(got, axis=1), np.ones(batch), "all have length 1")
        expect.close("the rows", got, x / np.linalg.norm(x, axis=1, keepdims=True), "the directions stay")
