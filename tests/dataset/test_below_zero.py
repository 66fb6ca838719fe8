"""Numbers below zero: the other half of a scale, degrees, or codes of missing answers."""

import pytest

from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.stray_codes import stray_codes


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
