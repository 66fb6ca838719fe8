"""Workbooks that are web pages or XML inside, as portals export them under the name .xls.

Each table of a page, or each sheet of XML Spreadsheet 2003, is a sheet of the workbook. Of tables
in tables the innermost count: the others arrange the page.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from rundfrage.codebook import Codebook
from rundfrage.dataset.account import Ledger
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.csv import from_sheet
from rundfrage.dataset.files.format import CELLS, COLUMNS, ROWS, Format, head
from rundfrage.dataset.files.sidecar import read_sidecar
from rundfrage.dataset.intake.encoding import decoded
from rundfrage.dataset.intake.merged import BesideCells, Merged
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.dataset.intake.workbook import workbook_sheet
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.patterns import pattern
from rundfrage.reading import damaged

LOOKED = 4096
MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576
_PAGES = frozenset([".html", ".htm", ".xhtml"])
"""What is named so is a page for readers, such as a report."""
_PAGE = pattern(
    r"\s*(?:<\?xml[^>]*\?>\s*)?<(?:!doctype\s+html|html|head|meta|body|style|table|div|center)\b",
    re.IGNORECASE,
)
_XML = pattern(
    r"\s*<\?xml\b.*?urn:schemas-microsoft-com:office:spreadsheet", re.IGNORECASE | re.DOTALL
)
_CHARSET = pattern(r"""(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_DECLARED = pattern(r"\s*<\?xml[^>]*\?>", re.IGNORECASE)
_DAY = pattern(r"(\d{4}-\d\d-\d\d)T00:00:00(?:\.0+)?")
_OURS = "{urn:schemas-microsoft-com:office:spreadsheet}"

_OPENED = pattern(r"<table\b", re.IGNORECASE)
_CLOSED = pattern(r"</table\b", re.IGNORECASE)
_ENDS = pattern(r"</(?:\w+:)?Workbook\s*>\s*\Z")

Rows = list[list[str]]


def recognises(path: Path) -> bool:
    """True if the file is a page or an XML sheet, whatever it is named but as a page."""
    start = _beginning(path)
    return path.suffix.lower() not in _PAGES and bool(_PAGE.match(start) or _XML.match(start))


def read(path: Path, codebook: Codebook | None, options: Options = AS_IT_IS) -> Dataset:
    """The answers in the table that holds most, or that the user names by its number."""
    ledger = Ledger()
    start = _beginning(path)
    charset = _CHARSET.search(start)
    encoding = options.encoding or (charset[1] if charset and _known(charset[1]) else None)
    text = decoded(path.read_bytes(), path, replace(options, encoding=encoding), Ledger())
    text = _DECLARED.sub("", text.lstrip("\ufeff"), count=1)
    page = not _XML.match(start)
    ledger.conclude(
        "file",
        "HTML" if page else "XML Spreadsheet 2003",
        message("Its contents say so, whatever it is named."),
    )
    sheets, beside, whole = _tables(text) if page else _worksheets(text, path)
    if not whole:
        ledger.doubt(
            message("The table is broken: what could be read of it was read."),
            message("Compare how many rows it has, or export the answers again."),
        )
    if not sheets:
        raise Problem(
            "page-without-table",
            where=Where(str(path)),
            found=message("This is a web page without a table, such as one that asks to log in."),
            expected=message("a file of answers."),
            mend=message("Export the answers again."),
        )
    sheet = workbook_sheet(sheets, path, options, ledger, beside)
    return from_sheet(sheet, codebook or read_sidecar(path), path, options, ledger)


def _beginning(path: Path) -> str:
    """The first letters of the file, as far as its marks tell them."""
    start = head(path, LOOKED)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return start.decode("utf-16", "replace")
    return start.decode("utf-8-sig", "replace")


def _known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


# -- pages ---------------------------------------------------------------------------------------


def _tables(text: str) -> tuple[Mapping[str, Rows], Mapping[str, BesideCells], bool]:
    """The rows of each table of the page that holds no other, under its number.

    And what stands beside their cells, and whether all tables have an end.
    """
    # Who reads other formats needs no parser of pages.
    from lxml import etree, html  # noqa: PLC0415

    try:
        root = html.document_fromstring(text)
    except (etree.LxmlError, ValueError):
        return {}, {}, True
    tables = [table for table in root.iter("table") if table.find(".//table") is None]
    filled = [(rows, merged) for rows, merged in map(_rows, tables) if any(rows)]
    found = {str(number): rows for number, (rows, _) in enumerate(filled, 1)}
    beside = {str(number): BesideCells(merged) for number, (_, merged) in enumerate(filled, 1)}
    return found, beside, len(_OPENED.findall(text)) <= len(_CLOSED.findall(text))


def _rows(table: Any) -> tuple[Rows, tuple[Merged, ...]]:  # noqa: ANN401  lxml ships no types
    """The cells of a table, and those that span several, which stand in the first of them."""
    found: Rows = []
    merged: list[Merged] = []
    ends: dict[int, int] = {}
    for top, row in enumerate(table.iter("tr")):
        cells: list[str] = []
        for cell in row:
            if cell.tag not in {"td", "th"}:
                continue
            while ends.get(len(cells), 0) > top:
                cells.append("")
            place, wide = len(cells), _span(cell, "colspan", MOST_COLUMNS - len(cells))
            cells += [" ".join(cell.text_content().split()), *[""] * (wide - 1)]
            deep = _span(cell, "rowspan", MOST_ROWS)
            ends.update(dict.fromkeys(range(place, place + wide), top + deep))
            if deep * wide > 1:
                merged.append(Merged(top, place, top + deep - 1, place + wide - 1))
        found.append(cells[:MOST_COLUMNS])
    return found, tuple(merged)


def _span(cell: Any, name: str, most: int) -> int:  # noqa: ANN401  lxml ships no types
    said = cell.get(name, "1").strip()
    return max(1, min(int(said), most, 1000)) if said.isdecimal() and len(said) < 9 else 1  # noqa: PLR2004  as browsers do


# -- XML Spreadsheet 2003 ------------------------------------------------------------------------


def _worksheets(
    text: str, path: Path
) -> tuple[Mapping[str, Rows], Mapping[str, BesideCells], bool]:
    """The rows of each sheet under its name, and whether they could be read without guessing.

    And what stands beside their cells. Raises a Problem for a file that was cut off.
    """
    from lxml import etree  # noqa: PLC0415  as above

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        return {}, {}, True
    whole = not parser.error_log.filter_from_fatals()
    if not whole and not _ENDS.search(text):
        raise damaged("file-damaged", path, message("it was cut off"))
    sheets: dict[str, Rows] = {}
    beside: dict[str, BesideCells] = {}
    for number, sheet in enumerate(root.iter(f"{_OURS}Worksheet"), 1):
        merged: list[Merged] = []
        rows = list(_xml_rows(sheet, merged))
        if any(rows):
            name = sheet.get(f"{_OURS}Name", str(number))
            sheets[name], beside[name] = rows, BesideCells(tuple(merged))
    return sheets, beside, whole


def _xml_rows(sheet: Any, merged: list[Merged]) -> Iterator[list[str]]:  # noqa: ANN401  lxml ships no types
    """The rows of a sheet; its merged cells are noted in `merged`."""
    given = 0
    for row in sheet.iter(f"{_OURS}Row"):
        for _ in range(_index(row, given + 1, MOST_ROWS) - given - 1):
            given += 1
            yield []
        given += 1
        cells: list[str] = []
        for cell in row.iter(f"{_OURS}Cell"):
            cells += [""] * (_index(cell, len(cells) + 1, MOST_COLUMNS) - len(cells) - 1)
            data = cell.find(f"{_OURS}Data")
            words = "" if data is None else "".join(data.itertext())
            match = _DAY.fullmatch(words)
            wide = _index(cell, 0, MOST_COLUMNS - len(cells), "MergeAcross")
            deep = _index(cell, 0, MOST_ROWS, "MergeDown")
            if wide or deep:
                place = len(cells)
                merged.append(Merged(given - 1, place, given - 1 + deep, place + wide))
            cells += [match[1] if match else words, *[""] * wide]
        yield cells[:MOST_COLUMNS]


def _index(element: Any, usual: int, most: int, of: str = "Index") -> int:  # noqa: ANN401  lxml ships no types
    """Where a row or cell stands, from 1: some leave out what is empty before it.

    Or how many columns and rows more it stands over.
    """
    said = element.get(f"{_OURS}{of}", "")
    return max(usual, min(int(said), most)) if said.isdecimal() and len(said) < 9 else usual  # noqa: PLR2004  longer ones are none


FORMAT = Format(
    "HTML and XML tables",
    (),
    recognises,
    read,
    takes=COLUMNS | ROWS | {"encoding", "sheet", "skip"},
    followed=CELLS,
)
