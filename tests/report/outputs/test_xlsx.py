"""The workbook: numbers are numbers, texts are texts, and every figure is in it."""

from __future__ import annotations

import datetime
import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from sample import deck, words
from sample_languages import arabic
from surveys import multiple, scale, single, survey, times

from rundfrage.report.deck import Deck, Figure, Grid, Slide, SlideRole
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.xlsx import xlsx
from rundfrage.tables import Table, tabulate


def tables() -> tuple[Table, ...]:
    """A single, a scale and a multiple question of ten respondents."""
    dataset = survey(
        (single("q1", "Machen Sie mit?", ("ja", "nein")), [*times(c1=6, c2=3), ""]),
        (scale("q2", "Wie wichtig ist das?"), times(c1=5, c2=3, c5=2)),
        (multiple("q3", "=Was hilft?", ("=1+1", "Beratung")), ["c1 c2"] * 4 + ["c2"] * 6),
    )
    return tabulate(dataset)


def workbook(one: Deck, of: tuple[Table, ...] = ()):
    return openpyxl.load_workbook(io.BytesIO(xlsx(Report(one, of))))


@pytest.fixture(scope="module")
def book():
    return workbook(deck(), tables())


def test_an_overview_the_figures_and_a_sheet_a_question(book):
    assert book.sheetnames == ["Übersicht", "Zahlen", "q1", "q2", "q3"]
    assert workbook(deck("en")).sheetnames == ["Overview", "Figures"]


def test_the_overview_says_what_was_asked_and_leads_to_each_sheet(book):
    sheet = book["Übersicht"]
    said = [row[0] for row in sheet.iter_rows(values_only=True) if row[0]]
    assert said[:5] == [
        "Fünf Jahre Bündnis",
        "Bündnis für Zusammenhalt",
        "Simulierte Antworten",
        "484 Menschen haben geantwortet.",
        "23.09.2020 bis 28.09.2020",
    ]
    assert ("Gewichtung", None, "keine") in [row[:3] for row in sheet.iter_rows(values_only=True)]
    links = [cell.hyperlink.location for (cell,) in sheet["A1:A40"] if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_every_figure_is_listed_as_number_and_as_printed(book):
    rows = list(book["Zahlen"].iter_rows(values_only=True))
    assert rows[0] == (
        "Folie",
        "Titel der Folie",
        "Bindung",
        "Wert",
        "Gedruckt",
        "Basis (beantwortet)",
        "Gefragt",
        "Gewicht",
    )
    assert [(row[0], row[2], pytest.approx(row[3], rel=1e-14), *row[4:7]) for row in rows[1:]] == [
        (number, one.binding, one.value, one.text, one.base, one.asked)
        for number, one in deck().figures
    ]


def test_the_account_of_bases_is_a_table_of_numbers_and_dates_are_dates():
    n = Figure("q1.n", 476, "476", 484, 484)
    day = datetime.date(2020, 9, 23)
    grid = Grid(("Frage", "beantwortet"), ((words("q1"), words(n)), (words("q2"), words("–"))))
    start = Figure("study.field_start", day.toordinal(), "23.09.2020", day=day)
    slide = Slide(SlideRole.METHOD, words("Basen ab ", start), table=grid)
    book = workbook(replace(deck(), slides=(slide, replace(slide, part=2, parts=2))))
    rows = [row[:3] for row in book["Übersicht"].iter_rows(values_only=True)]
    assert rows[-5:] == [
        ("Frage", None, "beantwortet"),
        ("q1", None, 476),
        ("q2", None, "–"),
        ("q1", None, 476),
        ("q2", None, "–"),
    ]
    assert book["Zahlen"]["D2"].value == datetime.datetime(2020, 9, 23)  # noqa: DTZ001


def test_numbers_are_numbers_and_nothing_is_a_formula(book):
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s", "n"}
    assert "=1+1" in [cell.value for cell in cells]
    first = {row[0].value: row for row in book["q1"].iter_rows()}
    assert [cell.value for cell in first["ja"]][1:4] == [0.67, 6 / 9, 6]


def test_dangerous_texts_stay_texts():
    evil = '=HYPERLINK("http://x")\ud800\x01'
    slide = Slide(SlideRole.TITLE, words(evil), claims=(words("@SUM(1)"), words("+1"), words("-1")))
    book = workbook(replace(deck(), title=evil, organisation="=1+1", slides=(slide,)))
    cells = [cell for row in book["Übersicht"].iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells][1:5] == ["=1+1", "Simulierte Antworten", "@SUM(1)", "+1"]


def test_sheets_can_be_read_and_printed(book):
    assert book["Zahlen"].freeze_panes == "A2"
    assert book["Zahlen"].auto_filter.ref == f"A1:H{len(deck().figures) + 1}"
    assert book["q1"].freeze_panes == "B2"
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert not sheet.sheet_view.rightToLeft


def test_right_to_left_sheets_start_at_the_right():
    assert all(sheet.sheet_view.rightToLeft for sheet in workbook(arabic(), tables()))


def test_the_same_report_is_the_same_bytes():
    report = Report(deck(), tables())
    assert xlsx(report) == xlsx(report)


def test_no_part_bears_a_date_of_today():
    with zipfile.ZipFile(io.BytesIO(xlsx(Report(deck(), ())))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in package.read("docProps/core.xml")
