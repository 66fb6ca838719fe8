"""Every printer prints every table, and shows nothing that is hidden."""

import json
from html.parser import HTMLParser
from importlib.resources import files
from io import BytesIO

import jsonschema
import openpyxl
import pytest
from small_datasets import dataset, date, multiple, number, scale, single, text, words
from xlsxwriter import Workbook

from proofs import combined
from rundfrage.codebook import Battery
from rundfrage.codebook.shapes import RATINGS
from rundfrage.tables import tabulate
from rundfrage.tables.printers import PRINTERS, Booklet
from rundfrage.tables.printers.html import print_html
from rundfrage.tables.printers.json import print_json
from rundfrage.tables.printers.text import print_text
from rundfrage.tables.printers.xlsx import print_xlsx, write_sheets

FIVE = "great good fair poor awful"
SECRET = 3


@pytest.fixture
def survey():
    """Forty-five respondents on three sides, one of them with three people in it."""
    side = ["left"] * 32 + ["right"] * 10 + ["outside"] * SECRET
    items = ("q4.info", "q4.field")
    return dataset(
        [
            (single("side", "left right outside"), side),
            (scale(items[0], FIVE), [*(FIVE.split() * 9)[:40], "", "-", "?", "!", ""]),
            (scale(items[1], FIVE), ["good"] * 45),
            (multiple("m", "a b none"), ["a b", "a", "none"] * 15),
            (number("age"), [str(20 + place) for place in range(45)]),
            (number("nps", nps=True, low=0, high=10), [str(place % 11) for place in range(45)]),
            (number("w"), ["0.5", "1", "1.5"] * 15),
            (date("day"), ["2020-09-23"] * 45),
            (text("why"), ["=1+1"] * 45),
        ],
        batteries=[Battery("q4", words("<How> good & [bold]is[/bold] it?"), RATINGS, items)],
    )


def booklet(survey, language="de", **arguments):
    return Booklet(survey.codebook.study, survey.n, tabulate(survey, **arguments), language)


ARGUMENTS = [
    {},
    {"by": "side"},
    {"weight": "w"},
    {"by": "m", "weight": "w"},
    {"by": "side", "threshold": 100},
]


@pytest.mark.parametrize(
    ("printer", "arguments", "language"),
    combined(PRINTERS, ARGUMENTS, ["de", "en", "ar", "he"]),
    ids=lambda one: getattr(one, "name", None),
)
def test_every_printer_prints_every_table_twice_the_same(printer, arguments, language, survey):
    made = booklet(survey, language, **arguments)
    assert printer.print(made) == printer.print(made) != b""


@pytest.mark.parametrize("n", [0, 1])
@pytest.mark.parametrize("printer", PRINTERS, ids=lambda one: one.name)
def test_every_printer_prints_nobody_and_one_respondent(printer, n):
    survey = dataset(
        [
            (single("s", "a b"), ["a"][:n]),
            (multiple("m", "a b"), ["a b"][:n]),
            (number("v"), ["3"][:n]),
            (date("d"), ["2020-01-01"][:n]),
            (text("t"), ["x"][:n]),
        ]
    )
    assert printer.print(booklet(survey, by="s")) != b""


@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_json_keeps_its_schema(arguments, survey):
    schema = json.loads(files("rundfrage.tables").joinpath("tables.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(print_json(booklet(survey, **arguments)))
    jsonschema.Draft202012Validator(schema).validate(document)
    assert document["schema"] == "rundfrage-tables/1"


def test_json_holds_nothing_of_a_suppressed_column(survey):
    document = json.loads(print_json(booklet(survey, by="side")))
    block = document["tables"][1]["blocks"][1]
    assert block["columns"][3] == {
        "disclosure": "suppressed",
        "base": None,
        "cells": None,
        "statistics": None,
    }
    assert block["columns"][0]["base"]["answered"] == 45
    assert block["columns"][0]["cells"][1] == {
        "count": 45,
        "weight": 45.0,
        "share": 1.0,
        "percent": 100,
        "share_of_mentions": None,
    }


def test_text_fits_a_terminal_and_shows_the_ledger(survey):
    printed = print_text(booklet(survey, by="side")).decode()
    assert max(len(line) for line in printed.splitlines()) <= 80
    assert (
        "Basis: 45 Interviews · 1 nicht gefragt · 44 gefragt · 40 beantwortet · 1 weiß" in printed
    )
    assert "q4: <How> good & [bold]is[/bold] it?" in printed
    assert " · Eine Basis" not in printed
    assert (
        "· Eine Basis unter 5 oder eine, die eine solche verriete, wird nicht gezeigt." in printed
    )


def test_text_of_one_scale():
    answers = ["great"] * 10 + ["good"] * 20 + ["awful"] * 10
    survey = dataset([(scale("q", FIVE), answers)])
    assert print_text(booklet(survey, "de")).decode() == (
        "Small: 40 Interviews\n"
        "\n"
        "q: q?\n"
        "\n"
        " Antwort              Prozent   Befragte\n"
        " ───────────────────────────────────────\n"
        " great                   25\u202f%         10\n"
        " good                    50\u202f%         20\n"
        " fair                     0\u202f%          0\n"
        " poor                     0\u202f%          0\n"
        " awful                   25\u202f%         10\n"
        " = great / good          75\u202f%         30\n"
        " = poor / awful          25\u202f%         10\n"
        "\n"
        " Mittelwert              2,50\n"
        " Standardabweichung      1,52\n"
        " Median                     2\n"
        " Basis                                40\n"
        "\n"
        "Basis: 40 Interviews · 40 gefragt · 40 beantwortet\n"
    )


def test_small_bases_are_bracketed():
    survey = dataset([(single("q", "a b"), ["a"] * 10 + ["b"] * 10)])
    printed = print_text(booklet(survey, "en")).decode()
    assert "(50%)" in printed
    assert "In brackets: a base under 30." in printed


def sheets(content):
    return openpyxl.load_workbook(BytesIO(content))


def test_a_workbook_has_a_sheet_a_question_and_numbers_as_numbers(survey):
    book = sheets(print_xlsx(booklet(survey, weight="w")))
    assert book.sheetnames == ["Inhalt", "side", "q4", "m", "age", "nps", "day", "why"]
    rows = {row[0]: row[1:] for row in book["side"].iter_rows(values_only=True) if row[0]}
    assert rows["left"][0] == 0.7
    assert rows["left"][2:4] == (32, 31.5)
    assert rows["Basis: beantwortet"][0] == 45
    assert book["side"]["B6"].number_format == "0\u202f%"
    assert book["q4"]["A1"].value == "q4: <How> good & [bold]is[/bold] it?"


def test_words_are_never_formulas():
    evil = single("=1+1", "a b")
    survey = dataset([(evil, ["a"] * 5)])
    book = sheets(print_xlsx(booklet(survey)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_sheet_names_are_legal_and_unique():
    long = "x" * 40
    names = [long, long + "y", long.upper(), "a/b?[1]", "a_b__1_", "History", "'quoted'", "Inhalt"]
    survey = dataset([(single(name, "a b"), ["a"] * 5) for name in names])
    book = sheets(print_xlsx(booklet(survey)))
    assert len({name.casefold() for name in book.sheetnames}) == 9
    assert max(len(name) for name in book.sheetnames) == 31


def test_sheets_can_be_added_to_somebody_elses_workbook(survey):
    room = BytesIO()
    workbook = Workbook(room)
    workbook.add_worksheet("side")
    names = write_sheets(workbook, tabulate(survey)[:2], "en")
    workbook.close()
    assert names == ("side~2", "q4")
    assert sheets(room.getvalue()).sheetnames == ["side", "side~2", "q4"]


class Outline(HTMLParser):
    """Collects tags with their attributes."""

    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize(("language", "direction"), [("de", "ltr"), ("ar", "rtl")])
def test_html_is_one_accessible_page(survey, language, direction):
    page = print_html(booklet(survey, language, by="side")).decode()
    outline = Outline()
    outline.feed(page)
    tags = [tag for tag, _ in outline.tags]
    assert outline.tags[0] == ("html", {"lang": language, "dir": direction})
    assert tags.count("table") == tags.count("caption") == 9
    assert all("scope" in attributes for tag, attributes in outline.tags if tag == "th")
    assert not {"script", "link", "img", "iframe"} & set(tags)
    assert "http" not in page
    assert "&lt;How&gt; good &amp; [bold]is[/bold] it?" in page
    identifiers = [attributes["id"] for _, attributes in outline.tags if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
