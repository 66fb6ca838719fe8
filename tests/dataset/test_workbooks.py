"""Workbooks: what others made, what would harm, and that no text becomes a formula."""

import datetime
import zipfile

import openpyxl
import pytest
from test_every_format import alliance

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset, write_dataset
from rundfrage.errors import Problem


def saved(tmp_path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def test_a_workbook_of_another_program_is_inferred(tmp_path):
    rows = [["q", "n", "d", None], *[["gut", 1.5, datetime.date(2020, 9, 23)], ["schlecht", 2]] * 4]
    dataset = read_dataset(saved(tmp_path, rows))
    kinds = {name: dataset.codebook[name].type for name in dataset.columns}
    assert kinds == {
        "q": VariableType.ORDINAL, "n": VariableType.NUMERIC, "d": VariableType.DATE,
    }  # fmt: skip


def test_cells_right_of_the_names_are_a_problem(tmp_path):
    with pytest.raises(Problem) as caught:
        read_dataset(saved(tmp_path, [["q"], ["a"], ["b", "c"]]))
    assert (caught.value.code, caught.value.where.line) == ("row-ragged", 3)


def test_an_empty_sheet_is_a_problem(tmp_path):
    with pytest.raises(Problem) as caught:
        read_dataset(saved(tmp_path, []))
    assert caught.value.code == "file-empty"


def test_no_text_is_written_as_a_formula_or_a_link(tmp_path):
    write_dataset(alliance(40), tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
        names = parts.namelist()
    assert b"=1+1" in sheet
    assert (b"<f>" in sheet, b"hyperlink" in sheet) == (False, False)
    assert [name for name in names if "rels/sheet" in name] == []


def test_people_find_the_codebook_on_its_own_sheet(tmp_path):
    write_dataset(alliance(), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    rows = list(book["codebook"].iter_rows(values_only=True))
    assert book.sheetnames == ["answers", "codebook", "codebook.json"]
    assert rows[1] == ("q2", "ordinal", "", "Wie?", "", "1", "gut", "gut")


def test_a_bomb_is_a_problem(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", "<workbook/>")
        with parts.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(60):
                sheet.write(b" " * (1 << 20))
    with pytest.raises(Problem) as caught:
        read_dataset(path)
    assert caught.value.code == "workbook-swollen"


def test_a_locked_workbook_is_a_problem(tmp_path):
    path = tmp_path / "locked.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(Problem) as caught:
        read_dataset(path)
    assert caught.value.code == "workbook-locked"


def test_a_text_too_long_for_a_cell_is_a_problem(tmp_path):
    for word in ("x" * 32_768, "😀" * 16_384, "\x08" * 5_000):
        whole = alliance(1)
        whole.columns["why"].values[0] = word
        with pytest.raises(Problem) as caught:
            write_dataset(whole, tmp_path / "a.xlsx")
        assert (caught.value.code, list(tmp_path.iterdir())) == ("text-too-long", [])
