"""Excel workbooks (.xlsx): the answers on the first sheet, the codebook on two more.

Written are `answers` (as in CSV, numbers as numbers), `codebook` (for people) and `codebook.json`
(for reading back). Texts are written as texts: never as formulas, never as links.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from rundfrage.codebook import Codebook, Missing, VariableType
from rundfrage.codebook.json import from_json, to_json
from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import BLANK_ROW, REASONS, TOKENS, number_cell, written
from rundfrage.dataset.clock import clock
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.csv import from_sheet
from rundfrage.dataset.files.format import CELLS, COLUMNS, ROWS, Format, head
from rundfrage.dataset.files.sidecar import read_sidecar
from rundfrage.dataset.files.xlsx_parts import beside_cells
from rundfrage.dataset.flat import Flat, flat_columns, require_writable
from rundfrage.dataset.intake.followed import WITHIN
from rundfrage.dataset.intake.merged import BesideCells
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.dataset.intake.workbook import workbook_sheet
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.patterns import pattern
from rundfrage.reading import damaged, file_swollen

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
LONGEST_CELL = 32_767
CHUNK = 30_000
LARGEST = 2 << 30
SWELLING = 200
"""How many times its size a part of a workbook may unpack to, beyond `HARMLESS` bytes."""
HARMLESS = 50 << 20
ANSWERS, CODEBOOK, JSON = "answers", "codebook", "codebook.json"
_ESCAPED = pattern("_x([0-9A-Fa-f]{4})_")


def recognises(path: Path) -> bool:
    """True if the file is a workbook; a broken archive is one if its name doesn't say otherwise."""
    if head(path, 4) != b"PK\x03\x04":
        return False
    try:
        with zipfile.ZipFile(path) as parts:
            return "xl/workbook.xml" in parts.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return path.suffix.lower() not in {".ods", ".zip"}


# -- reading -------------------------------------------------------------------------------------


def read(path: Path, codebook: Codebook | None, options: Options = AS_IT_IS) -> Dataset:
    """The answers on the sheet `answers`, else on the one that holds most; by a codebook as CSV."""
    require_harmless(path)
    try:
        with path.open("rb") as stream:
            sheets, beside, stored = _load(stream)
    except Exception as error:  # noqa: BLE001  the reader raises whatever a broken file leads it to
        raise damaged("file-damaged", path, error) from None
    ledger = Ledger()
    if codebook is None and stored:
        codebook = from_json(stored, str(path))
        evidence = message("It stands in the workbook itself.")
        ledger.conclude("codebook", WITHIN, evidence, Certainty.SAID)
    sheet = workbook_sheet(sheets, path, options, ledger, beside)
    return from_sheet(sheet, codebook or read_sidecar(path), path, options, ledger)


def require_harmless(path: Path) -> None:
    """Raise a Problem if the workbook would unpack to far more than a workbook does."""
    try:
        with zipfile.ZipFile(path) as parts:
            sizes = [(part.file_size, part.compress_size) for part in parts.infolist()]
    except Exception as error:  # noqa: BLE001  a broken archive fails in many ways
        raise damaged("file-damaged", path, error) from None
    whole = sum(size for size, _ in sizes)
    bloated = any(size > HARMLESS and size > SWELLING * packed for size, packed in sizes)
    if bloated or whole > LARGEST:
        megabytes = whole // 1_000_000
        found = message("It would unpack to {whole} megabytes.", whole=megabytes)
        raise file_swollen("workbook-swollen", path, found)


def _load(
    stream: BinaryIO,
) -> tuple[dict[str, list[list[str]]], dict[str, BesideCells], str]:
    """The rows of each sheet as cells, what stands beside them, and our codebook or "".

    Of a workbook that is ours only the sheet of answers is read.
    """
    # It is slow to import, and of all the commands only reading an .xlsx needs it.
    import openpyxl  # noqa: PLC0415

    book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    try:
        sheets = {sheet.title: sheet for sheet in book.worksheets}
        stored = ""
        if ANSWERS in sheets and JSON in sheets:
            stored = "".join(_cell(row[0]) for row in _rows(sheets[JSON]) if row)
            sheets = {ANSWERS: sheets[ANSWERS]}
        found = {
            name: [[_cell(value) for value in row] for row in _rows(sheet)]
            for name, sheet in sheets.items()
        }
        beside = {} if stored else {name: _beside(sheet) for name, sheet in sheets.items()}
    finally:
        book.close()
    return found, beside, stored


def _beside(sheet: Any) -> BesideCells:  # noqa: ANN401  openpyxl ships no types
    with sheet.parent._archive.open(sheet._worksheet_path) as part:  # noqa: SLF001  it says it nowhere else
        return beside_cells(part)


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401  openpyxl ships no types
    # The size a workbook claims for its sheet may be wrong, or made to exhaust the memory.
    sheet.reset_dimensions()
    return sheet.iter_rows(values_only=True)  # type: ignore[no-any-return]


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case int() | float():
            return number_cell(float(value)) if abs(value) < float("inf") else str(value)
        case datetime.datetime() if value.time() != datetime.time():
            return value.isoformat(" ", "seconds")  # a moment, as programs note them
        case datetime.datetime():
            return value.date().isoformat()
        case datetime.date():
            return value.isoformat()
        case datetime.timedelta():
            return clock(value.total_seconds())
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value))


# -- writing -------------------------------------------------------------------------------------


def write(dataset: Dataset, path: Path) -> None:
    """Write the answers and their codebook; raises a Problem for what a sheet can't hold."""
    # Whoever reads answers writes no workbook.
    import xlsxwriter  # noqa: PLC0415

    file = str(path)
    require_writable(dataset.codebook, file)
    flats = flat_columns(dataset.codebook)
    _require_room(dataset.n, len(flats), file)
    columns = [written(dataset, flat, file).tolist() for flat in flats]
    for flat, cells in zip(flats, columns, strict=True):
        _require_short([flat.name, *cells], flat, file)
    book = xlsxwriter.Workbook(
        file,
        {
            "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )  # fmt: skip
    # The same answers give the same bytes.
    book.set_properties({"created": datetime.datetime(2000, 1, 1)})  # noqa: DTZ001  Excel knows no zones
    sheet = book.add_worksheet(ANSWERS)
    sheet.freeze_panes(1, 0)
    quantities = [_is_quantity(flat) for flat in flats]
    for place, flat in enumerate(flats):
        sheet.write_string(0, place, flat.name)
    for row, cells in enumerate(zip(*columns, strict=True), 1):
        if not any(cells):
            sheet.write_string(row, 0, BLANK_ROW)
            continue
        for place, (cell, quantity) in enumerate(zip(cells, quantities, strict=True)):
            if cell == TOKENS[Missing.LEFT_BLANK]:
                continue
            number = float(cell) if quantity and cell not in REASONS else None
            if number is not None and float(f"{number:.16G}") == number:
                sheet.write_number(row, place, number)
            else:
                sheet.write_string(row, place, cell)
    _write_codebook(book, dataset.codebook)
    book.close()


def _is_quantity(flat: Flat) -> bool:
    worded = flat.category is None and any(one.word for one in flat.variable.categories)
    return not worded and flat.variable.type not in {VariableType.TEXT, VariableType.DATE}


def _require_room(rows: int, columns: int, file: str) -> None:
    if rows >= MOST_ROWS or columns > MOST_COLUMNS:
        raise Problem(
            "sheet-too-small",
            where=Where(file),
            found=message(
                "There are {rows} respondents and {columns} columns.", rows=rows, columns=columns
            ),
            expected=message(
                "fewer than {most_rows} respondents and at most {most_columns} columns.",
                most_rows=MOST_ROWS,
                most_columns=MOST_COLUMNS,
            ),
            mend=message("Write Parquet or CSV instead."),
        )


def _require_short(cells: Sequence[str], flat: Flat, file: str) -> None:
    # Excel counts in UTF-16, and a control character is written as seven characters.
    longest = max(
        (len(_weighty(cell)) for cell in cells if len(cell) > LONGEST_CELL // 7), default=0
    )
    if longest > LONGEST_CELL:
        raise Problem(
            "text-too-long",
            where=Where(file, name=flat.name),
            found=message("A cell would have {longest} characters.", longest=longest),
            expected=message(
                "at most {longest_cell} characters in an Excel cell.", longest_cell=LONGEST_CELL
            ),
            mend=message("Write Parquet or CSV instead."),
        )


def _weighty(cell: str) -> str:
    """The cell as long as Excel counts it."""
    escaped = re.sub(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)", "_x0000_", cell)
    return re.sub("[\U00010000-\U0010ffff]", "__", escaped)


def _write_codebook(book: Any, codebook: Codebook) -> None:  # noqa: ANN401  xlsxwriter ships no types
    sheet = book.add_worksheet(CODEBOOK)
    sheet.freeze_panes(1, 0)
    heads = ("variable", "type", "battery", "question", "item", "code", "name", "answer")
    rows: list[tuple[str, ...]] = [heads]
    for variable in codebook.variables:
        question = (
            variable.name, variable.type.value, variable.battery or "",
            variable.label.source, variable.item.source,
        )  # fmt: skip
        answers = [
            (category.written, category.name, category.label.source)
            for category in variable.categories
        ]
        rows += [(*question, *answer) for answer in answers or [("", "", "")]]
    for row, cells in enumerate(rows):
        for place, cell in enumerate(cells):
            sheet.write_string(row, place, cell.replace("\0", "")[:CHUNK])
    stored = book.add_worksheet(JSON)
    source = to_json(codebook)
    for row, at in enumerate(range(0, len(source), CHUNK)):
        stored.write_string(row, 0, source[at : at + CHUNK])


FORMAT = Format(
    "Excel", (".xlsx",), recognises, read, write, COLUMNS | ROWS | {"sheet", "skip"}, CELLS
)
