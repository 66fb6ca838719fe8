"""Files of one column that hold whole rows: quoted lines, columns of blanks, cells never cut."""

import openpyxl
import pytest
from small_files import counts, doubts

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset

NUMERIC, TEXT = VariableType.NUMERIC, VariableType.TEXT
PEOPLE = [("no", 27, "x"), ("yes", 62, "y"), ("no", 41, "y"), ("yes", 33, "x")] * 4


def file(folder, lines, name="answers.csv"):
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / name


def people(mark):
    return [mark.join(map(str, one)) for one in PEOPLE]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_lines_that_were_quoted_as_a_whole_are_rows(tmp_path, mark):
    lines = [f'"{one}"' for one in (mark.join(["q1", "age", "q3"]), *people(mark))]
    dataset = read_dataset(file(tmp_path, lines))
    assert counts(dataset, "q1") == {"yes": 8, "no": 8}
    assert (dataset.codebook["age"].type, doubts(dataset)) == (NUMERIC, [])


def test_cells_within_quoted_lines_may_hold_the_mark(tmp_path):
    rows = ['"id,why,age"', *[f'"{at},""not me, no"",{20 + at}"' for at in range(12)]]
    dataset = read_dataset(file(tmp_path, rows))
    assert dataset.columns["why"].codes.tolist() == [0] * 12
    assert counts(dataset, "why") == {"not me, no": 12}


@pytest.mark.parametrize("mark", [",", ";"])
def test_rows_that_a_spreadsheet_left_in_one_column_are_cut(tmp_path, mark):
    book = openpyxl.Workbook()
    for line in (mark.join(["q1", "age", "q3"]), *people(mark)):
        book.active.append([line])
    book.save(tmp_path / "answers.xlsx")
    dataset = read_dataset(tmp_path / "answers.xlsx")
    assert counts(dataset, "q3") == {"x": 8, "y": 8}
    assert dataset.codebook["age"].type is NUMERIC


@pytest.mark.parametrize("blanks", [" ", "  ", "     "])
@pytest.mark.parametrize("name", ["answers.txt", "answers.csv"])
def test_columns_of_blanks_are_told_apart(tmp_path, blanks, name):
    lines = [blanks.join(["q1", "age", "q3"]), *people(blanks)]
    dataset = read_dataset(file(tmp_path, lines, name))
    assert counts(dataset, "q1") == {"yes": 8, "no": 8}
    assert (dataset.codebook["age"].type, doubts(dataset)) == (NUMERIC, [])


def test_tables_of_r_have_no_name_above_those_of_rows(tmp_path):
    rows = [f'"{at}" "{one}" {age}' for at, (one, age, _) in enumerate(PEOPLE, 1)]
    dataset = read_dataset(file(tmp_path, ['"q1" "my age"', *rows], "answers.txt"))
    assert counts(dataset, "q1") == {"yes": 8, "no": 8}
    assert dataset.codebook["my age"].type is NUMERIC


def test_a_column_cut_into_two_is_doubted_and_left_whole_if_people_say_so(tmp_path):
    lines = ['"city;land"', *['"Rome;Italy"', '"Oslo;Norway"'] * 6]
    dataset = read_dataset(file(tmp_path, lines))
    assert counts(dataset, "city") == {"Rome": 6, "Oslo": 6}
    assert len(doubts(dataset)) == 1
    (tmp_path / "answers.codebook.toml").write_text(
        '[columns."city;land"]\ntype = "single choice"\n', encoding="utf-8"
    )
    whole = read_dataset(tmp_path / "answers.csv")
    assert (counts(whole, "city;land"), doubts(whole)) == ({"Rome;Italy": 6, "Oslo;Norway": 6}, [])


@pytest.mark.parametrize(
    "lines",
    [
        ['"q1,q2,q3"', *['"no,27,x"', '"yes,31"', '"no,44,x,y"'] * 4],
        ['"Q 1" "age"', *['"New York" 27', '"Rome" 31', '"Los Angeles" 5'] * 4],
        ["q1   q2   q3", *["no   27   x", "yes       x", "no   44"] * 4],
    ],
)
def test_rows_that_are_not_cut_evenly_are_doubted(tmp_path, lines):
    dataset = read_dataset(file(tmp_path, lines, "answers.txt"))
    assert len(dataset.codebook.variables) == 1
    assert "may not have been told apart" in " ".join(doubts(dataset))


@pytest.mark.parametrize(
    "lines",
    [
        ['"Which tools, if any?"', *['"Mail, Chat"', "Mail", "Chat", '"Chat, Mail"'] * 4],
        ['"Name, first name"', *['"Smith, Jo"', '"Miller, Al"', '"Weaver, Bo"'] * 4],
        ["Full name", *["Jo Smith", "Al Miller", "Bo Weaver"] * 4],
        ["Why not", *["no time", "no money", "no wish"] * 4],
        ["Tell us why", *["It took too long", "Fine", "No idea at all"] * 4],
        ["age", *["31", "42", "53"] * 4],
    ],
)
def test_a_column_of_words_stays_one(tmp_path, lines):
    dataset = read_dataset(file(tmp_path, lines))
    assert len(dataset.codebook.variables) == 1
