"""Numbers with more behind them: ages, sums of a period, marks out of a total, durations."""

import pytest
from small_files import counts, doubts, read

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.errors import Problem

NUMBER, TEXT = VariableType.NUMERIC, VariableType.TEXT


@pytest.fixture(name="column")
def column_reader(tmp_path):
    def reads(cells, times=1):
        rows = [f"{cell}|{'ab'[at % 2]}" for at, cell in enumerate(cells)]
        return read(tmp_path, "q|group", *rows, times=times)

    return reads


@pytest.mark.parametrize(
    "forms",
    [
        ["{}", "{} yrs", "{} years old", "{} years"],
        ["{}", "{} Jahre", "{} Jahre alt"],
        ["{}", "{} yıl", "{} yaşında"],
        ["{}", "{} y/o", "{} yo"],
        ["{} years old"],
    ],
)
def test_ages_said_in_several_ways_are_years_aloud(column, forms):
    dataset = column([forms[n % len(forms)].format(18 + n) for n in range(40)])
    assert dataset.codebook["q"].type is NUMBER
    assert dataset.columns["q"].values.tolist() == list(range(18, 58))
    assert any("was read as the number" in one for one in doubts(dataset))


@pytest.mark.parametrize("form", ["{} years", "{} ans", "{} lat"])
def test_ages_said_in_one_way_are_not_doubted(column, form):
    dataset = column([form.format(18 + n) for n in range(40)])
    assert (dataset.codebook["q"].type, doubts(dataset)) == (NUMBER, [])


@pytest.mark.parametrize(
    "form", ["{}/month", "{} €/Monat", "3 {} zł/mies.", "{} per month", "{} EUR pro Monat"]
)
def test_numbers_that_all_have_the_same_behind_them_are_read_aloud(column, form):
    dataset = column([form.format(n) for n in range(110, 150)])
    added = 3000 if form.startswith("3 ") else 0
    assert dataset.codebook["q"].type is NUMBER
    assert dataset.columns["q"].values.tolist() == [added + n for n in range(110, 150)]
    assert any("was read as the number" in one for one in doubts(dataset))


@pytest.mark.parametrize("total", [10, 20, 100])
def test_marks_out_of_a_total_are_numbers_aloud(column, total):
    dataset = column([f"{n / 4:g}/{total}" for n in range(40)])
    assert dataset.columns["q"].values.tolist() == [n / 4 for n in range(40)]
    assert any("was read as the number" in one for one in doubts(dataset))


@pytest.mark.parametrize(
    "cells",
    [
        [f"{100 * n}/month" if n % 3 else f"{1200 * n}/year" for n in range(5, 50)],
        [f"{100 * n} per month" if n % 3 else f"{1200 * n} per year" for n in range(5, 50)],
        [f"{100 * n} €/Monat" if n % 3 else f"{1200 * n} €/Jahr" for n in range(5, 50)],
    ],
)
def test_sums_of_several_periods_are_doubted(column, cells):
    dataset = column(cells)
    assert dataset.codebook["q"].type is TEXT
    assert any("not of one unit" in one for one in doubts(dataset))


@pytest.mark.parametrize(
    "cells",
    [
        ["1/5", "2/5", "3/5", "4/5", "5/5"],
        ["★/5", "★★/5"],
        ["3/12", "5/12", "9/12"],
        ["17/21", "18/21"],
    ],
)
def test_few_marks_stay_a_scale_or_a_choice(column, cells):
    assert column(cells, 8).codebook["q"].type is not NUMBER


@pytest.mark.parametrize(
    "cells",
    [
        [f"{n}/{n + 1}" for n in range(3, 43)],  # numbers of houses
        [f"Weg {n}/3" for n in range(40)],
        [f"{n}/12/2024" for n in range(1, 29)],
        [f"{n} Haupt/Neben" for n in range(40)],
    ],
)
def test_other_strokes_are_no_marks(column, cells):
    assert column(cells).codebook["q"].type is not NUMBER


@pytest.mark.parametrize(
    "form",
    [
        ("{h} h {m} min", "{m} min"),
        ("{h} Std. {m} Min.", "{m} Min."),
        ("{h} hours and {m} minutes", "{m} minutes"),
        ("{h} godz. {m} min", "{h} godz."),
        ("{h} saat {m} dk", "{m} dk"),
        ("{h} ч {m} мин", "{m} мин"),
    ],
)
def test_durations_in_hours_and_minutes_are_doubted_and_count_as_seconds(tmp_path, column, form):
    cells = [form[n % 3 == 0].format(h=1 + n % 7, m=5 + n) for n in range(40)]
    assert any("durations" in one for one in doubts(column(cells)))
    rows = [f"{cell}|{'ab'[at % 2]}" for at, cell in enumerate(cells)]
    said = read(tmp_path, "q|group", *rows, codebook='[columns.q]\ntype = "number"')
    assert said.columns["q"].values[1] == (2 * 60 + 6) * 60


@pytest.mark.parametrize("form", ["{} min", "{} h", "{} minutes"])
def test_numbers_of_one_unit_of_time_stay_numbers(column, form):
    dataset = column([form.format(n) for n in range(5, 45)])
    assert (dataset.codebook["q"].type, doubts(dataset)) == (NUMBER, [])


@pytest.mark.parametrize(("one", "other"), [("ja", "ja."), ("Oui", "oui ."), ("tak", "Tak.")])
def test_a_point_behind_makes_no_other_answer(column, one, other):
    dataset = column([one, one, "no", other, "no", one], 6)
    assert counts(dataset, "q") == {one: 24, "no": 12}
    assert any("put together" in doubt for doubt in doubts(dataset))


def test_codes_with_a_point_stay_apart_from_those_without(column):
    assert len(column(["1.", "1", "2.", "2"], 8).codebook["q"].categories) != 2


@pytest.mark.parametrize("rows", [2, 5, 7])
def test_zeros_among_letters_of_ascii_make_no_utf_16(tmp_path, rows):
    (tmp_path / "a.csv").write_bytes(b"a,b\n" + b"1,x\0y\n" * rows * 10)
    with pytest.raises(Problem) as raised:
        read_dataset(tmp_path / "a.csv")
    assert raised.value.code == "file-not-text"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", ["yes\nno\n", "Straße\nÖl\n", "是\n否\n", "да\nнет\n"])
def test_utf_16_without_a_mark_is_read(tmp_path, encoding, words):
    (tmp_path / "a.csv").write_bytes(("answer of people\n" + words * 20).encode(encoding))
    assert read_dataset(tmp_path / "a.csv").n == 40
