"""Workbooks of LibreOffice (.ods) and of Excel before 2007 (.xls), read only.

Another library than that of .xlsx reads them, in a process of its own: a few bytes can say that a
sheet has billions of cells.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from rundfrage.codebook import Codebook
from rundfrage.codebook.json import from_json
from rundfrage.dataset.account import Ledger
from rundfrage.dataset.apart import read_apart
from rundfrage.dataset.cells import number_cell
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.csv import from_sheet
from rundfrage.dataset.files.format import CELLS, COLUMNS, ROWS, Format, head
from rundfrage.dataset.files.sidecar import read_sidecar
from rundfrage.dataset.files.xlsx import ANSWERS, JSON, require_harmless
from rundfrage.dataset.intake.merged import BesideCells, Merged
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.dataset.intake.workbook import workbook_sheet
from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.reading import file_locked, file_swollen

COMPOUND = b"\xd0\xcf\x11\xe0"
"""An .xls begins so, and so does a locked .xlsx."""
ZIPPED = b"PK\x03\x04"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"
MEMORY = 2 << 30
MOST_CELLS = 50_000_000
"""So many cells are read of a workbook, which is more than fits any sheet of an .xls."""

_PROGRAM = Path(__file__).parents[1] / "sheets_apart.py"


def recognises(path: Path) -> bool:
    """True if the file is a workbook of either kind; one that is broken is known by its suffix."""
    start = head(path, 4)
    if start == COMPOUND:
        return True
    if start != ZIPPED:
        return False
    try:
        with zipfile.ZipFile(path) as parts:
            kind = parts.read("mimetype") if "mimetype" in parts.namelist() else b""
    except Exception:  # noqa: BLE001  a broken archive fails in many ways
        return path.suffix.lower() == ".ods"
    return kind.decode("ascii", "replace").startswith(OPEN_DOCUMENT)


def read(path: Path, codebook: Codebook | None, options: Options = AS_IT_IS) -> Dataset:
    """The answers on the sheet `answers`, else on the one that holds most; by a codebook as CSV."""
    if head(path, 4) != COMPOUND:
        require_harmless(path)
    sheets, beside = _sheets(path)
    if codebook is None and ANSWERS in sheets and JSON in sheets:
        # One that was written here as .xlsx, and saved anew by a spreadsheet.
        stored = "".join(row[0] for row in sheets[JSON] if row)
        codebook = from_json(stored, str(path))
    ledger = Ledger()
    sheet = workbook_sheet(sheets, path, options, ledger, beside)
    return from_sheet(sheet, codebook or read_sidecar(path), path, options, ledger)


def _sheets(path: Path) -> tuple[dict[str, list[list[str]]], dict[str, BesideCells]]:
    """The rows of each sheet as cells, and what stands beside them.

    Raises a Problem for what isn't read to its end.
    """
    suffix = ".xls" if head(path, 4) == COMPOUND else ".ods"
    program = _PROGRAM.read_text(encoding="utf-8")
    try:
        printed = bytes(read_apart(program, path, MEMORY, suffix, str(MOST_CELLS)))
    except Problem:
        if path.suffix.lower() == ".xlsx":
            raise file_locked("workbook-locked", path) from None
        raise
    *lines, last = printed.splitlines()
    end = json.loads(last)["end"]
    if end == "locked":
        raise file_locked("workbook-locked", path)
    if end != "whole":
        found = message("Its sheets have more than {count} cells.", count=MOST_CELLS)
        raise file_swollen("workbook-swollen", path, found)
    sheets: dict[str, list[list[str]]] = {}
    beside: dict[str, BesideCells] = {}
    rows: list[list[str]] = []
    name = ""
    for line in lines:
        found = json.loads(line)
        if isinstance(found, str):
            name = found
            rows = sheets.setdefault(name, [])
        elif isinstance(found, dict):
            merged = tuple(sorted(Merged(*one) for one in found["merged"]))
            beside[name] = BesideCells(merged, tuple(map(tuple, found["uncomputed"])))
        else:
            rows.append([_cell(value) for value in found])
    return sheets, beside


def _cell(value: float | str) -> str:
    return value if isinstance(value, str) else number_cell(value)


FORMAT = Format(
    "OpenDocument and old Excel",
    (".ods", ".xls"),
    recognises,
    read,
    takes=COLUMNS | ROWS | {"sheet", "skip"},
    followed=CELLS,
)
