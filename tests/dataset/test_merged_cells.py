"""Merged cells and several rows of headings: no word of a heading is lost, no answer is blank."""

import csv

import openpyxl
import pytest
from small_files import base, counts, doubts, labels
from whole_files import ods_cell, write_ods

from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.edits import beside
from rundfrage.dataset.intake.options import Options

ITEMS = ["Price", "Service", "Place"]
PEOPLE = [
    [number, *(("good", "fair", "bad")[number * step % 7 % 3] for step in (1, 2, 3)), 20 + number]
    for number in range(1, 31)
]
STEM = "How satisfied are you?"
HEADS = {
    "beside": ([["No", STEM, None, None, "Age"], [None, *ITEMS, None]], ["B1:D1"]),
    "over all": ([["No", STEM, None, None, "Age"], [None, *ITEMS, None]],
                 ["A1:A2", "B1:D1", "E1:E2"]),
    "lower names": ([[None, STEM, None, None, None], ["No", *ITEMS, "Age"]], ["B1:D1"]),
    "title": ([["Survey 2021", *[None] * 4], [None, STEM, None, None, None],
               ["No", *ITEMS, "Age"]], ["A1:E1", "B2:D2"]),
    "codes": ([["id", "q1_1", "q1_2", "q1_3", "q2"], ["No", STEM, None, None, "Age"],
               [None, *ITEMS, None]], ["B2:D2", "A2:A3", "E2:E3"]),
}  # fmt: skip


def spanned(rows, merged):
    """The cells of each row, and how many rows and columns each stands over (0: covered)."""
    spans = {}
    for one in merged:
        left, top, right, bottom = openpyxl.utils.range_boundaries(one)
        covered = {(r, c): (0, 0) for r in range(top, bottom + 1) for c in range(left, right + 1)}
        spans |= covered | {(top, left): (bottom - top + 1, right - left + 1)}
    return [
        [(cell, *spans.get((r, c), (1, 1))) for c, cell in enumerate(row, 1)]
        for r, row in enumerate(rows, 1)
    ]


def write(folder, format_, rows, merged=()):
    path = folder / f"answers.{format_}"
    if format_ == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    elif format_ == "xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        for one in merged:
            book.active.merge_cells(one)
        book.save(path)
    elif format_ == "ods":
        of = 'table:number-rows-spanned="{}" table:number-columns-spanned="{}"'
        lines = "".join(
            "<table:table-row>"
            + "".join(
                ods_cell(cell, of.format(deep, wide) if deep * wide > 1 else "")
                if deep
                else "<table:covered-table-cell/>"
                for cell, deep, wide in row
            )
            + "</table:table-row>"
            for row in spanned(rows, merged)
        )
        write_ods(path, f'<table:table table:name="a">{lines}</table:table>')
    else:
        cells = "".join(
            "<tr>"
            + "".join(
                f'<td rowspan="{deep}" colspan="{wide}">{"" if cell is None else cell}</td>'
                for cell, deep, wide in row
                if deep
            )
            + "</tr>"
            for row in spanned(rows, merged)
        )
        path.write_text(f"<html><table>{cells}</table></html>", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("heads", "format_"), [*((one, "xlsx") for one in HEADS), ("codes", "ods"), ("over all", "xls")]
)
def test_a_stem_over_merged_cells_is_a_grid(tmp_path, heads, format_):
    above, merged = HEADS[heads]
    dataset = read_dataset(write(tmp_path, format_, [*above, *PEOPLE], merged))
    assert dataset.n == 30
    (battery,) = dataset.codebook.batteries
    assert battery.label.source == STEM
    assert [dataset.codebook[one].item.source for one in battery.members] == ITEMS
    assert dataset.codebook.variables[-1].label.source == "Age"
    assert dataset.codebook.variables[0].label.source == "No"


@pytest.mark.parametrize("heads", ["beside", "codes"])
def test_a_stem_over_blank_cells_is_a_grid(tmp_path, heads):
    dataset = read_dataset(write(tmp_path, "csv", [*HEADS[heads][0], *PEOPLE]))
    assert dataset.n == 30
    (battery,) = dataset.codebook.batteries
    assert (battery.label.source, len(battery.members)) == (STEM, 3)


@pytest.mark.parametrize("format_", ["xlsx", "ods", "xls"])
def test_a_cell_over_several_rows_is_the_answer_of_each(tmp_path, format_):
    rows = [["region", "age"]]
    rows += [[None if n % 4 else "NS"[n // 4 % 2], 20 + n * 7 % 50] for n in range(24)]
    path = write(tmp_path, format_, rows, [f"A{at}:A{at + 3}" for at in range(2, 26, 4)])
    dataset = read_dataset(path)
    assert counts(dataset, "region") == {"N": 12, "S": 12}
    found = (
        "Merged cells were read as if what they hold stood in each of their rows, and in the first "
        "of their columns alone: “N”, “S”."
    )
    assert found in doubts(dataset)
    beside(path).write_text("[file]\nsure = true\n", encoding="utf-8")
    assert base(read_dataset(path), "region") == 24
    assert doubts(read_dataset(path)) == []


def test_formulas_without_values_are_doubted(tmp_path):
    rows = [["age", "double", "text"], *[[20 + n, f"=A{n + 2}*2", "x"] for n in range(12)]]
    path = write(tmp_path, "xlsx", rows)
    assert (
        "The file doesn't hold the values of 12 formulas, which were read as blank (double)."
        in doubts(read_dataset(path))
    )
    cell = '<table:table-cell table:formula="of:=[.A2]*2"/>'
    lines = "".join(
        f"<table:table-row>{ods_cell(n)}{cell if n else ods_cell('double')}</table:table-row>"
        for n in range(12)
    )
    write_ods(tmp_path / "a.ods", f'<table:table table:name="a">{lines}</table:table>')
    assert (
        "The file doesn't hold the values of 11 formulas, which were read as blank (double)."
        in doubts(read_dataset(tmp_path / "a.ods"))
    )


THREE = [["V1", "V2", "V3"], ["How satisfied?", "How old?", "Sex"]]
ANSWERS = [[n * 3 % 5 + 1, 20 + n * 7 % 40, "mf"[n % 2]] for n in range(40)]
TAKEN = "The first 3 rows were taken for headings."


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
@pytest.mark.parametrize("note", [["1 to 5", "open", None], ["1-5", "number", "m/f"]])
def test_notes_below_the_wordings_are_headings(tmp_path, note, format_):
    path = write(tmp_path, format_, [*THREE, note, *ANSWERS])
    dataset = read_dataset(path)
    assert (dataset.n, dataset.codebook["V2"].type) == (40, "numeric")
    assert dataset.codebook["V2"].label.source == f"How old? – {note[1]}"
    assert TAKEN in doubts(dataset)
    said = read_dataset(path, options=Options(heading_rows=3))
    assert (said.codebook, TAKEN in doubts(said)) == (dataset.codebook, False)
    two = read_dataset(path, options=Options(heading_rows=2))
    assert (two.n, TAKEN in doubts(two)) == (41, False)


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_how_many_rows_are_headings_can_be_said(tmp_path, format_):
    path = write(tmp_path, format_, [*THREE, [None, None, "open"], *ANSWERS])
    assert read_dataset(path).n == 41
    doubt = "The first row, “open”, looks unlike the others, and was counted."
    assert doubt in doubts(read_dataset(path))
    for rows, n in ((1, 42), (2, 41), (3, 40)):
        beside(path).write_text(f"[file]\nheading_rows = {rows}\n", encoding="utf-8")
        dataset = read_dataset(path)
        assert (dataset.n, doubt in doubts(dataset)) == (n, False)
    assert dataset.codebook["V3"].label.source == "Sex – open"
    assert set(labels(dataset.codebook["V3"])) == {"f", "m"}
