"""Numbers below zero: the other half of a scale, degrees, or codes of missing answers."""

import numpy as np
import pandas as pd
import pytest

from rundfrage.codebook import Category, Codebook, Study, Variable, VariableType
from rundfrage.dataset import Coded, Dataset
from rundfrage.dataset.files import (
    codebook_beside,
    read_dataset,
    write_codebook,
    write_dataset,
)
from rundfrage.dataset.intake.stray_codes import stray_codes
from rundfrage.text import Text


def concluded(values):
    return stray_codes({float(value): 3 for value in values})


@pytest.mark.parametrize("reach", [2, 3, 4])
def test_the_other_half_of_a_scale_around_zero_is_no_code(reach):
    assert concluded(range(-reach, reach + 1)) == ((), ())
    assert concluded([-99, *range(-reach, reach + 1)]) == ((-99.0,), ())


@pytest.mark.parametrize(
    "values", [(-5, -2, -1, 0, 3, 7), (-1, 0, 1), (-2, -1, 0, 1, 2, 3), (-3, -2, 0, 1, 3)]
)
def test_what_may_be_degrees_is_counted_and_doubted(values):
    codes, doubtful = concluded(values)
    assert codes == ()
    assert doubtful == tuple(value for value in values if value < 0)


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ((-1, 1, 2, 3, 4, 5), (-1,)),
        ((-1, 0, 1, 2, 3, 4, 5), (-1,)),
        ((-2, -1, 1, 2), (-2, -1)),
        ((-9, -8, 1, 2, 3), (-9, -8)),
        ((-9, -1, 0, 1, 2), (-9, -1)),
        ((-2, -1, 0, 1, 2, 3, 4, 5), (-2, -1)),
    ],
)
def test_codes_of_missing_answers_stay_codes(values, codes):
    assert concluded(values) == (codes, ())


@pytest.mark.parametrize(
    ("values", "mean", "doubted"),
    [((-2, -1, 0, 1, 2), 0.0, False), ((-5, -2, -1, 0, 3, 7), 1 / 3, True)],
)
def test_the_mean_is_that_of_all_numbers(tmp_path, values, mean, doubted):
    rows = "".join(f"{n},{value}\n" for n in range(10) for value in values)
    (tmp_path / "answers.csv").write_text(f"id,temperature\n{rows}", encoding="utf-8")
    dataset = read_dataset(tmp_path / "answers.csv")
    column = dataset.columns["temperature"]
    assert column.values[column.reasons == 0].mean() == pytest.approx(mean)
    said = [str(one.found) for one in dataset.account.doubts if "temperature" in one.variables]
    assert any("below zero" in one for one in said) == doubted


def test_codes_below_zero_are_numbers_in_what_is_written(tmp_path):
    categories = (Category("no", Text.of("no"), -1), Category("yes", Text.of("yes"), 1))
    variable = Variable("v", VariableType.CATEGORICAL, Text.of("v"), categories)
    codes = Coded(np.array([0, 1, 0], np.int16))
    whole = Dataset(Codebook(Study("s", Text.of("s")), (variable,)), {"v": codes}, 3)
    for suffix in (".csv", ".xlsx"):
        write_dataset(whole, tmp_path / f"a{suffix}")
        assert read_dataset(tmp_path / f"a{suffix}").columns["v"] == codes
    assert pd.read_csv(tmp_path / "a.csv")["v"].tolist() == [-1, 1, -1]
    assert pd.read_excel(tmp_path / "a.xlsx")["v"].tolist() == [-1, 1, -1]


def test_codes_below_zero_of_earlier_files_are_read(tmp_path):
    categories = (Category("no", Text.of("no"), -1), Category("yes", Text.of("yes"), 1))
    variable = Variable("v", VariableType.CATEGORICAL, Text.of("v"), categories)
    (tmp_path / "a.csv").write_text("\ufeffv\n'-1\n1\n'-1\n", encoding="utf-8")
    write_codebook(
        Codebook(Study("s", Text.of("s")), (variable,)), codebook_beside(tmp_path / "a.csv")
    )
    assert read_dataset(tmp_path / "a.csv").columns["v"].codes.tolist() == [0, 1, 0]
