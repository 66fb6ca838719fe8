"""Numbers of files: which mark stands before decimals, what a codebook says of them, brackets."""

import numpy as np
import openpyxl
import pandas as pd
import pytest

from rundfrage.codebook import Codebook, Study, Variable, VariableType
from rundfrage.dataset import Dataset, Values
from rundfrage.dataset.files import (
    codebook_beside,
    read_dataset,
    write_codebook,
    write_dataset,
)
from rundfrage.dataset.intake.edits import beside
from rundfrage.dataset.intake.number_marks import Style
from rundfrage.dataset.intake.numbers import read_numbers
from rundfrage.errors import Problem
from rundfrage.text import Text

NUMBER = VariableType.NUMERIC


@pytest.fixture(name="read")
def reader(tmp_path):
    def reads(words, *, known=False):
        """The dataset of a file of these words; if `known`, `x` is a number by its codebook."""
        file = tmp_path / "answers.csv"
        file.write_text(words, encoding="utf-8")
        if known:
            variable = Variable("x", NUMBER, Text.of("x"))
            book = Codebook(Study("s", Text.of("s")), (variable,))
            write_codebook(book, codebook_beside(file))
        return read_dataset(file)

    return reads


def numbers(dataset, name="x"):
    column = dataset.columns[name]
    return column.values[column.answered].tolist()


def doubts(dataset):
    return [str(one.found) for one in dataset.account.doubts] if dataset.account else []


# -- decimals --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (["1.5", "2.5", "3.5", "4.5", "12"], [1.333, 2.667, 3.125, 4.875, 5.5]),
        (["0.333", "0.125", "1.5", "2", "3"], [1.333, 2.667, 3.125, 4.875, 5.5]),
        (["1,5", "2,5", "3,5", "4,5", "12,0"], [1333, 2667, 3125, 4875, 5500]),
    ],
)
def test_a_column_beside_shows_which_mark_stands_before_decimals(read, other, found):
    cells = ["1.333", "2.667", "3.125", "4.875", "5.500"]
    dataset = read("x;other\n" + "".join(f"{a};{b}\n" for a, b in zip(cells, other, strict=True)))
    assert numbers(dataset) == pytest.approx(found)
    assert doubts(dataset) == []


@pytest.mark.parametrize("mark", [".", ","])
def test_where_nothing_shows_the_mark_it_is_doubted_however_many_cells(read, mark):
    cells = [f"{k}{mark}{k + 3:03}" for k in range(1, 200)]
    dataset = read("x;sex\n" + "".join(f"{cell};f\n" for cell in cells))
    assert numbers(dataset)[0] == 1004
    assert doubts(dataset) == [f"“{cells[0]}” was read as 1004."]


def test_thousands_between_commas_are_doubted_and_read(read):
    cells = [f'"{k},{k + 3:03}"' for k in range(1, 100)]
    dataset = read("x,sex\n" + "".join(f"{cell},f\n" for cell in cells))
    assert numbers(dataset)[0] == 1004
    assert doubts(dataset) == ["“1,004” was read as 1004."]


def test_months_and_two_answers_in_a_cell_show_no_mark(read):
    rows = ["1.333;5.2020;1,3", "2.667;12.2019;2", "3.125;1.2021;1,2"]
    dataset = read("x;when;uses\n" + "\n".join(rows) + "\n")
    assert any("1.333" in one for one in doubts(dataset))


def test_a_number_by_its_type_is_doubted_like_one_that_was_concluded(read, tmp_path):
    beside(tmp_path / "answers.csv").write_text('[columns.x]\ntype = "number"\n')
    dataset = read("x;sex\n1.333;f\n2.667;f\n3.125;m\n")
    assert doubts(dataset) == ["“1.333” was read as 1333."]


def test_months_are_no_numbers(read):
    dataset = read("x;y\n" + "5.2020;a\n12.2019;b\n05.2021;a\n" * 5)
    assert dataset.codebook["x"].type is VariableType.CATEGORICAL


def test_shares_without_their_mark_beside_percentages_are_doubted(read):
    dataset = read("x;y\n5%;a\n0.5;b\n50%;a\n")
    assert numbers(dataset) == [5, 0.5, 50]
    assert doubts(dataset) == ["“0.5” stands among cells with %, and was read without."]
    assert doubts(read("x;y\n5%;a\n12.5;b\n50%;a\n")) == []


def test_the_sample_of_a_doubted_date_is_one_that_can_be_read_otherwise(read):
    dataset = read("x,y\n4/4/2024,a\n3/5/2024,b\n6/6/2024,a\n")
    assert doubts(dataset) == ["“3/5/2024” was read as month, day and year."]


GROUPED = [
    # Decimals of "2,500" have no last zero beside 999, whatever other columns show.
    ("1,234|2,500|999|12,345", "1,5|2,25", ",", [1234, 2500, 999, 12345], True),
    ("1,234|2,500|999|12,345", "1.5|2.25", ",", [1234, 2500, 999, 12345], False),
    ("1.234|2.500|999|12.345", "a|b", ",", [1234, 2500, 999, 12345], True),
    ("1.234|2.500|999|12.345", "1,5|2,5", ";", [1234, 2500, 999, 12345], False),
    ("1.234|2.500|999|12.345", "1.5|2.5", ";", [1234, 2500, 999, 12345], True),
    # A program writes 2.531 beside 999; whether it did is unknown where no column shows its mark.
    ("1.234|2.531|999|12.345", "1.5|2.5", ",", [1.234, 2.531, 999, 12.345], False),
    ("1.234|2.531|99|12.345", "a|b", ",", [1.234, 2.531, 99, 12.345], True),
    # Kilograms of a file with commas, and employees of one with points.
    ("1,500|2,250|2|3", "1,5|2,5", ";", [1.5, 2.25, 2, 3], False),
    ("1|3|12|150|1,500", "a|b", ";", [1, 3, 12, 150, 1500], True),
    ("1.200|1500|2000", "a|b", ",", [1200, 1500, 2000], True),
    ("1.5|2|1,000", "1,5|0,75", ";", [1.5, 2, 1000], False),
    # Prices without cents.
    ("950,-|1.200,-|12.000,–", "a|b", ";", [950, 1200, 12000], False),
    ("€ 950.--|€ 1,200.--|€ 8.50", "a|b", ";", [950, 1200, 8.5], False),
]


@pytest.mark.parametrize(("cells", "other", "delimiter", "found", "doubted"), GROUPED)
def test_numbers_without_marks_tell_what_those_with_one_are(
    read, tmp_path, cells, other, delimiter, found, doubted
):
    given, others = cells.split("|") * 10, other.split("|") * 40
    rows = [f'"{one}"{delimiter}"{other}"' for one, other in zip(given, others, strict=False)]
    words = "\n".join([f"x{delimiter}y", *rows]) + "\n"

    def doubted_marks(dataset):
        mine = [str(one.found) for one in dataset.account.doubts if "x" in one.variables]
        return [one for one in mine if "was read as" in one]

    assert numbers(read(words)) == found * 10
    assert bool(doubted_marks(read(words))) == doubted
    mark = "," if "." in cells else "."
    beside(tmp_path / "answers.csv").write_text(f'[columns.x]\ndecimal = "{mark}"\n', "utf-8")
    assert doubted_marks(read(words)) == []
    if doubted and found[0] > 999:
        assert numbers(read(words)) == found * 10


# -- by a codebook ---------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_plain_numbers_of_a_codebook_are_what_they_look_like(read, delimiter):
    cells = ["-99", "1.234", "5.5", "12", "1e3", "+5", "1.2345678901234567"] * 20
    dataset = read(f"x{delimiter}y\n" + "".join(f"{c}{delimiter}1\n" for c in cells), known=True)
    assert numbers(dataset) == [-99, 1.234, 5.5, 12, 1000, 5, 1.2345678901234567] * 20
    assert doubts(dataset) == []


def test_decimals_of_three_digits_stay_decimals_by_a_codebook_and_are_doubted(read):
    cells = ["1.234", "2.345", "3.456", "4.567"] * 25
    dataset = read("x;y\n" + "".join(f"{cell};f\n" for cell in cells), known=True)
    assert numbers(dataset) == [1.234, 2.345, 3.456, 4.567] * 25
    assert doubts(dataset) == ["“1.234” was read as 1.234."]


def test_a_codebook_says_which_numbers_are_missing_however_they_are_written(read):
    dataset = read('x\n"1,234"\n-99\n"5,678"\n-99\n"2,100"\n', known=True)
    assert numbers(dataset) == [1234, -99, 5678, -99, 2100]


def test_a_number_is_never_taken_for_missing_beside_words_no_codebook_knows(read):
    words = "x\n" + "5\n-99\n7\n3\n8\nn/a\n" * 10
    assert numbers(read(words)) == [5, 7, 3, 8] * 10  # without a codebook -99 is missing
    with pytest.raises(Problem) as caught:
        read(words, known=True)
    assert caught.value.code == "answer-unknown"


def test_an_absurd_number_of_a_codebook_is_left_out_and_doubted(read):
    dataset = read("x\n5\n7\n99999999999999999999\n", known=True)
    assert numbers(dataset) == [5, 7]
    assert any("too large" in one for one in doubts(dataset))


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_a_number_that_is_left_out_is_told_as_no_answer(tmp_path, ending):
    frame = pd.DataFrame({"x": [5.5, -99.25, 1e300] * 3, "y": list("abcabcabc")})
    file = tmp_path / f"a{ending}"
    frame.to_csv(file, index=False) if ending == ".csv" else frame.to_parquet(file)
    dataset = read_dataset(file)
    (entry,) = (one for one in dataset.account.entries if one.column == "x")
    assert [count for _, count in entry.missing] == [3]
    assert len(numbers(dataset)) == 6


def test_a_workbook_of_a_codebook_keeps_its_numbers(tmp_path):
    file, book = tmp_path / "a.xlsx", openpyxl.Workbook()
    for row in [["x", "y"], *[[-99, "a"], [1.234, "b"], [5, "a"]] * 10]:
        book.active.append(row)
    book.save(file)
    variable = Variable("x", NUMBER, Text.of("x"))
    whole = Codebook(Study("s", Text.of("s")), (variable,))
    write_codebook(whole, codebook_beside(file))
    assert numbers(read_dataset(file)) == [-99, 1.234, 5] * 10


@pytest.mark.parametrize("number", [1.5e15, 1e17, -3e20])
def test_a_workbook_of_ours_keeps_numbers_however_large(tmp_path, number):
    variable = Variable("x", NUMBER, Text.of("x"))
    column = Values(np.array([0.0, number]), np.zeros(2, np.int8))
    whole = Codebook(Study("s", Text.of("s")), (variable,))
    write_dataset(Dataset(whole, {"x": column}, 2), tmp_path / "a.xlsx")
    assert numbers(read_dataset(tmp_path / "a.xlsx")) == [0.0, number]


# -- brackets --------------------------------------------------------------------------------------


def test_brackets_are_a_minus_only_beside_numbers_without(read):
    alone = read("x;y\n" + "($1,200.50);a\n($300.00);b\n($15.75);a\n" * 5)
    beside_others = read("x;y\n" + "(120.50);a\n300.25;b\n(15.75);a\n" * 5)
    assert numbers(alone) == [1200.5, 300, 15.75] * 5
    assert numbers(beside_others) == [-120.5, 300.25, -15.75] * 5


MEASURED = [
    ("51k|2k|1.5k", (51000, 2000, 1500), ""),
    ("20 Tsd. €|30 Tsd. €", (20000, 30000), "€"),
    ("2 Mio|3,5 Mio.", (2e6, 3.5e6), ""),
    ("$5k|$10k", (5000, 10000), "$"),
    ("13 h|19 h|5h", (13, 19, 5), "h"),
    ("54 years|25 years|1 year", (54, 25, 1), "years"),
    ("5 Stunden|1 Stunde|1.5 Stunden", (5, 1, 1.5), "Stunden"),
    ("25 лет|31 лет", (25, 31), "лет"),
    ("180 cm|175cm", (180, 175), "cm"),
    ("70 kg|65,5 kg", (70, 65.5), "kg"),
    ("-5|+1|+7", (-5, 1, 7), ""),
    ("6,33,531|1,29,218", (633531, 129218), ""),
    ("₹1,00,000|₹2,50,000.50", (100000, 250000.5), "₹"),
    ("€ 1.234,50|€ 2.000,00", (1234.5, 2000), "€"),
    ("PLN 500|PLN 600", (500, 600), "PLN"),
    ("4½|5|½", (4.5, 5, 0.5), ""),
]


@pytest.mark.parametrize(("cells", "values", "unit"), MEASURED)
def test_numbers_with_multiples_units_and_other_marks_are_numbers(cells, values, unit):
    found = read_numbers(cells.split("|"), Style())
    assert (tuple(found.values.values()), found.unit) == (values, unit)


@pytest.mark.parametrize(
    "cells",
    [
        "5 min|2 h", "3 Kinder|2 Kinder", "+49 30 1|+49 40", "+4930123456|+4912", "18-24|25-34",
        "3x|4x", "12a|13b", "5 apples|6 pears", "10 m|5 km", "3rd|4th", "1 of 5|2 of 5", "+|++",
    ],
)  # fmt: skip
def test_what_only_begins_with_numbers_is_none(cells):
    assert read_numbers(cells.split("|"), Style()) is None


def test_many_measured_numbers_have_a_mean_and_few_are_steps(tmp_path):
    path = tmp_path / "answers.csv"
    rows = [f"{20 + at} years,{1 + at % 3} years" for at in range(40)]
    path.write_text("\n".join(["age,band", *rows]) + "\n", encoding="utf-8")
    dataset = read_dataset(path)
    age, band = dataset.codebook["age"], dataset.codebook["band"]
    assert (age.type, age.unit) == (VariableType.NUMERIC, "years")
    assert dataset.columns["age"].values.mean() == 39.5
    assert band.type is VariableType.ORDINAL
