"""Marks under names that share nothing, and marks written as words in files of statistics."""

import pandas as pd
import pyreadstat
import pytest
from small_files import base, counts, doubts, read

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset

CHOICE, SEVERAL = VariableType.CATEGORICAL, VariableType.MULTIPLE
ROWS = ["+-+", "--+", "++-", "-+-", "+--", "---"]
NAMES = ["tv", "radio", "print"]


def people(mark):
    """Rows of an age and three columns that hold the mark or nothing."""
    return [
        " | ".join([str(31 + at), *(mark if one == "+" else "" for one in row)])
        for at, row in enumerate(ROWS)
    ]


@pytest.mark.parametrize("mark", ["x", "1", "✓", "yes", "genannt"])
@pytest.mark.parametrize("names", ["tv | radio | print", "media1 | media2 | media3"])
def test_neighbours_of_one_mark_are_options_of_one_question_and_doubted(tmp_path, mark, names):
    dataset = read(tmp_path, f"age | {names}", *people(mark), times=3)
    _, variable = dataset.codebook.variables
    assert list(counts(dataset, variable.name).values()) == [9, 6, 6]
    assert (base(dataset, variable.name), len(doubts(dataset))) == (15, 1)


def test_neighbours_of_a_word_each_are_options_and_doubted(tmp_path):
    rows = ["31 | Zeitung | | Netz", "42 | | TV | Netz", "53 | Zeitung | TV | ", "64 | | | Netz"]
    dataset = read(tmp_path, "age | a | b | c", *rows, times=3)
    assert counts(dataset, "a_c") == {"Zeitung": 6, "TV": 6, "Netz": 9}
    assert len(doubts(dataset)) == 1


@pytest.mark.parametrize("settled", ['type = "single choice"', 'question = "media"'])
def test_what_is_said_of_the_columns_settles_it(tmp_path, settled):
    said = "".join(f"[columns.{one}]\n{settled}\n" for one in NAMES)
    dataset = read(tmp_path, "age | tv | radio | print", *people("x"), times=3, codebook=said)
    apart = settled.startswith("type")
    kinds = [CHOICE] * 3 if apart else [SEVERAL]
    assert [one.type for one in dataset.codebook.variables][1:] == kinds
    assert doubts(dataset) == []


@pytest.mark.parametrize(
    "rows",
    [
        ["1 | | 0", "0 | 1 | ", "1 | 0 | 1"],  # questions of yes and no
        ["fine | | fine", " | fine | fine", "fine | | "],  # the same text by chance
        ["x | | ", "x | x | ", " | x | "],  # two are no group
    ],
)
def test_other_columns_stay_apart(tmp_path, rows):
    dataset = read(tmp_path, "a | b | c", *rows, times=5)
    assert SEVERAL not in {one.type for one in dataset.codebook.variables}


@pytest.mark.parametrize(
    ("names", "yes", "no", "asked"),
    [
        (["q_1", "q_2", "q_3"], "Mentioned", "Not mentioned", 15),
        (["q_1", "q_2", "q_3"], "ja", "nein", 18),
        (["q_1", "q_2", "q_3"], "x", "", 15),
        (["q_1", "q_2", "q_3"], "1", "0", 15),
        (NAMES, "x", "", 15),
    ],
)
def test_words_in_strings_of_statistics_files_are_marks_as_in_cells(
    tmp_path, names, yes, no, asked
):
    table = pd.DataFrame(
        {name: [yes if row[at] == "+" else no for row in ROWS] * 3 for at, name in enumerate(names)}
    )
    pyreadstat.write_sav(table, str(tmp_path / "a.sav"))
    table.to_parquet(tmp_path / "a.parquet")
    for file in ("a.sav", "a.parquet"):
        dataset = read_dataset(tmp_path / file)
        (variable,) = dataset.codebook.variables
        assert list(counts(dataset, variable.name).values()) == [9, 6, 6]
        assert base(dataset, variable.name) == asked


def test_minus_one_beside_zero_means_true(tmp_path):
    table = pd.DataFrame(
        {f"q_{at}": [-1.0 if row[at] == "+" else 0.0 for row in ROWS] for at in range(3)}
    )
    pyreadstat.write_sav(table, str(tmp_path / "a.sav"))
    assert list(counts(read_dataset(tmp_path / "a.sav"), "q").values()) == [3, 2, 2]


@pytest.mark.parametrize("labels", [["First", "Second", "Third"], ["Problem"] * 3])
def test_up_to_three_answers_of_statistics_files_are_doubted_and_settled(tmp_path, labels):
    known = dict(enumerate(("Food", "Rent", "Work", "Health"), 1))
    rows = [(1, 2, 3), (2, 4, None), (3, None, None), (4, 1, None), (1, 3, 2)] * 4
    table = pd.DataFrame(rows, columns=["t_1", "t_2", "t_3"], dtype=float)
    pyreadstat.write_sav(
        table, str(tmp_path / "a.sav"), column_labels=labels,
        variable_value_labels=dict.fromkeys(table, known),
    )  # fmt: skip
    assert "may be the answers to one question" in " ".join(
        doubts(read_dataset(tmp_path / "a.sav"))
    )
    block = "".join(
        f'[columns.{name}]\ntype = "multiple choice"\nquestion = "t"\n' for name in table
    )
    (tmp_path / "a.codebook.toml").write_text(block, encoding="utf-8")
    dataset = read_dataset(tmp_path / "a.sav")
    assert (counts(dataset, "t"), doubts(dataset)) == (
        {"Food": 12, "Rent": 12, "Work": 12, "Health": 8},
        [],
    )
