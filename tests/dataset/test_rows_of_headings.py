"""Headings in two or three rows: none of them becomes a person, and no person a heading."""

import csv

import openpyxl
import pytest
from small_files import base, counts, doubts, labels, read

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset

CODES = "Answers are codes here; what they stand for, and their order, isn't told."
PEOPLE = ["1 | 1 | | 3", "3 | | 2 | 3", "2 | 1 | |", "2 | | | 3"] * 8


@pytest.mark.parametrize(
    "above",
    [
        ["Respondent ID | Where? | What do you do? | |", "| Response | Building | Law | Tests"],
        ["id | Where? | What do you do? | |", "| | Building | Law | Tests"],
        ["| Q1 | Q2 | |", "Respondent ID | Where? | What do you do? | |",
         "| Response | Building | Law | Tests"],
        ["| F1 | F2 | |", "ID | Wo? | Was tun Sie? | |", "ID | Wo? | Building | Law | Tests"],
        ["id | Q1 | Q2 | |", "| Where? | What do you do? | |", "| | Building | Law | Tests"],
        ["Unnamed: 0 | Q1 | Q2 | Unnamed: 3 | Unnamed: 4", "ID | Wo? | Was? | |",
         "ID | Wo? | Building | Law | Tests"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_options_ticked_by_their_numbers_are_one_question(tmp_path, above, format_):
    people = [f"{1000 + number} | {answers}" for number, answers in enumerate(PEOPLE)]
    rows = [[cell.strip() for cell in row.split("|")] for row in [*above, *people]]
    path = tmp_path / f"answers.{format_}"
    if format_ == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append([cell or None for cell in row])
        book.save(path)
    dataset = read_dataset(path)
    assert dataset.n == 32
    place, work = [one.name for one in dataset.codebook.variables if one.use == "answer"]
    assert counts(dataset, work) == {"Building": 16, "Law": 8, "Tests": 24}
    assert base(dataset, work) == 32
    assert labels(dataset.codebook[place]) == ["1", "2", "3"]
    assert doubts(dataset) == [CODES]


def test_the_name_above_the_first_row_of_a_grid_is_that_of_all(tmp_path):
    dataset = read(
        tmp_path,
        "| Q1 | Q2 | | | Q3", "ID | Where? | How good? | | | Age",
        "ID | Where? | Food | Room | Staff | Age",
        *[f"{number} | {number % 3 + 1} | {number % 5 + 1} | {number % 4 + 1} | 5 | {20 + number}"
          for number in range(30)],
    )  # fmt: skip
    assert dataset.n == 30
    (battery,) = dataset.codebook.batteries
    assert [dataset.codebook[name].item.source for name in battery.members] == [
        "Food", "Room", "Staff",
    ]  # fmt: skip


def test_columns_without_names_that_hold_their_numbers_are_options(tmp_path):
    dataset = read(
        tmp_path, "id | What? | |", "p1 | 1 | | 3", "p2 | | 2 | 3", "p3 | 1 | 2 |", times=5
    )
    assert counts(dataset, "What?") == {"1": 10, "2": 10, "3": 10}


@pytest.mark.parametrize(
    ("rows", "n"),
    [
        (["id | Q1 |", "0 | A | a remark", "1 | B | another", "2 | A |", "3 | A | a third"], 4),
        (["id | Q1 | age |", "0 | A | 34 | mine", "1 | B | 35 | 4", "2 | A | 34 | 4",
          "3 | A | 34 | 5"], 4),
        (["id | Q1 | |", "0 | A | NA | none", "1 | B | 3 | 4", "2 | A | 2 | 4"], 3),
        (["name | lang | Q1", "name | lang | 1", "Ann | en | 2", "Bo | en | 1", "Cy | de | 1"], 4),
    ],
)  # fmt: skip
def test_the_first_person_is_no_row_of_headings(tmp_path, rows, n):
    assert read(tmp_path, *rows).n == n


@pytest.mark.parametrize("mark", ["'", "’", '"'])
def test_the_ids_of_qualtrics_are_headings_however_they_were_written_again(tmp_path, mark):
    ids = " | ".join(f"{{{mark}ImportId{mark}: {mark}{name}{mark}}}" for name in ("q1", "q2"))
    dataset = read(
        tmp_path, "Q1 | Q2", "How old are you? | Do you smoke?", ids,
        "34 | Yes", "35 | No", "36 | Yes", "51 | No",
    )  # fmt: skip
    assert dataset.n == 4
    assert dataset.codebook["Q1"].type is VariableType.NUMERIC
    assert dataset.codebook["Q1"].label.source == "How old are you?"
