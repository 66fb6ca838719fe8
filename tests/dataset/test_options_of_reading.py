"""What a user says of a file takes effect in every format, or is refused."""

from dataclasses import fields

import openpyxl
import pandas
import pyarrow as pa
import pyreadstat
import pytest
from pyarrow import parquet
from sas_files import write_sas7bdat

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import codebook_beside, read_dataset, write_codebook
from rundfrage.dataset.intake.edits import beside
from rundfrage.dataset.intake.options import Options
from rundfrage.errors import Problem

ROWS = [
    (f"{1 + n % 7},5", f"{n % 9 + 1}/{n % 5 + 1}/2021", "né" if n % 3 else "99") for n in range(30)
]
FRAME = pandas.DataFrame(ROWS, columns=["pay", "day", "word"])
SAID = {
    "encoding": "utf-8",
    "sheet": "1",
    "skip": 0,
    "missing": ("99",),
    "decimal": ",",
    "day_first": True,
    "heading": True,
    "footer": 0,
    "heading_rows": 1,
    "delimiter": ";",
}


NUMBERS = pandas.DataFrame({"n": [1.5 + n for n in range(30)]})


def workbook(path, frame):
    book = openpyxl.Workbook()
    for row in [tuple(frame.columns), *frame.itertuples(index=False)]:
        book.active.append(list(row))
    book.save(path)


def page(path, frame):
    cells = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>"
        for row in [tuple(frame.columns), *frame.itertuples(index=False)]
    )
    path.write_text(f"<html><table>{cells}</table></html>", encoding="utf-8")


WRITE = {
    "a.csv": lambda path, frame: frame.to_csv(path, index=False, sep=";"),
    "a.csv.gz": lambda path, frame: frame.to_csv(path, index=False, sep=";"),
    "a.xlsx": workbook,
    "a.xls": page,
    "a.json": lambda path, frame: frame.to_json(path, orient="records"),
    "a.sav": lambda path, frame: pyreadstat.write_sav(frame, path),
    "a.por": lambda path, frame: pyreadstat.write_por(frame.replace("né", "ne"), path),
    "a.dta": lambda path, frame: pyreadstat.write_dta(frame, path),
    "a.parquet": lambda path, frame: parquet.write_table(pa.Table.from_pandas(frame), path),
}
CELLS = {"missing", "decimal", "day_first"}
ROWS_APART = {"heading", "heading_rows", "footer"}
TAKES = {
    "a.csv": CELLS | ROWS_APART | {"encoding", "skip", "delimiter"},
    "a.csv.gz": CELLS | ROWS_APART | {"encoding", "skip", "delimiter"},
    "a.xlsx": CELLS | ROWS_APART | {"sheet", "skip"},
    "a.xls": CELLS | ROWS_APART | {"encoding", "sheet", "skip"},
    "a.json": CELLS | {"encoding"},
    "a.sav": CELLS | {"encoding"},
    "a.por": CELLS | {"encoding"},
    "a.dta": CELLS | {"encoding"},
    "a.parquet": CELLS,
}
BESIDE_A_CODEBOOK = {
    name: taken - ROWS_APART - ({"missing"} if taken > ROWS_APART or name == "a.json" else CELLS)
    for name, taken in TAKES.items()
}


@pytest.fixture(name="file", params=sorted(WRITE))
def file_of_each_format(request, tmp_path):
    path = tmp_path / request.param
    WRITE[request.param](path, FRAME)
    return path


def test_every_option_is_tried():
    assert list(SAID) == [one.name for one in fields(Options)]


def test_no_row_of_names_is_not_so_many(tmp_path):
    WRITE["a.csv"](tmp_path / "a.csv", FRAME)
    with pytest.raises(Problem, match="no row of names") as caught:
        read_dataset(tmp_path / "a.csv", options=Options(heading=False, heading_rows=2))
    assert (caught.value.code, caught.value.where.argument) == ("option-in-vain", "heading_rows")


def refused(file, said, codebook=None):
    """The options among these that are refused of the file, each by itself."""
    found = set()
    for option in said:
        try:
            read_dataset(file, codebook, Options(**{option: SAID[option]}))
        except Problem as problem:
            assert (problem.code, problem.where.argument) == ("option-in-vain", option)
            found.add(option)
    return found


@pytest.mark.trial
def test_an_option_is_taken_or_refused(file):
    assert refused(file, SAID) == SAID.keys() - TAKES[file.name]


def test_an_option_is_taken_or_refused_beside_a_codebook(file):
    WRITE[file.name](file, NUMBERS)
    codebook = read_dataset(file).codebook
    assert refused(file, SAID, codebook) == SAID.keys() - BESIDE_A_CODEBOOK[file.name]


def test_what_is_taken_of_columns_takes_effect(file):
    plain = read_dataset(file)
    said = read_dataset(file, options=Options(missing=("99",), decimal=",", day_first=True))
    pay, day, word = said.columns
    assert said.codebook[pay].type is VariableType.NUMERIC
    assert said.columns[pay].values[:3].tolist() == [1.5, 2.5, 3.5]
    assert int((said.columns[word].reasons < 0).sum()) >= 10
    assert int((plain.columns[word].reasons < 0).sum()) == 0
    assert str(said.columns[day].values[1]) == "2021-02-02"
    assert str(said.columns[day].values[5]) == "2021-01-06"
    assert not any(day in doubt.variables for doubt in said.account.doubts)


def test_a_key_under_file_is_taken_or_refused_as_the_option_is(file):
    lines = ["[file]", 'title = "T"', "skip = 0"]
    beside(file).write_text("\n".join(lines))
    if "skip" in TAKES[file.name]:
        read_dataset(file)
        return
    with pytest.raises(Problem) as caught:
        read_dataset(file)
    where = caught.value.where
    assert (caught.value.code, where.line) == ("option-in-vain", 3)
    assert where.file.endswith(".codebook.toml")


def test_the_letters_of_an_old_file_are_read_as_it_is_said(tmp_path):
    path = tmp_path / "a.sav"
    pyreadstat.write_sav(pandas.DataFrame({"q": ["né", "ça"]}), path)
    data = path.read_bytes().replace("né".encode(), b"n\xe9 ").replace("ça".encode(), b"\xe7a ")
    path.write_bytes(data)
    dataset = read_dataset(path, options=Options("cp1252"))
    assert [one.strip() for one in dataset.columns["q"].values] == ["né", "ça"]


def test_sas_files_take_the_letters_that_are_said(tmp_path):
    path = tmp_path / "a.sas7bdat"
    write_sas7bdat(path, {"q": ("", "", True)}, [("a",), ("b",)])
    assert read_dataset(path, options=Options("cp1252")).n == 2
    with pytest.raises(Problem) as caught:
        read_dataset(path, options=Options(sheet="1"))
    assert caught.value.code == "option-in-vain"


def test_a_codebook_beside_the_file_counts_as_one_that_is_given(tmp_path):
    path = tmp_path / "a.csv"
    WRITE["a.csv"](path, FRAME)
    write_codebook(read_dataset(path).codebook, codebook_beside(path))
    with pytest.raises(Problem) as caught:
        read_dataset(path, options=Options(missing=("99",)))
    assert caught.value.code == "option-in-vain"
    assert int((read_dataset(path).columns["word"].reasons < 0).sum()) == 0
